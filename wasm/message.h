// The arguments of a call as JavaScript wrote them into the module's memory: one value behind the other, so that
// reading them takes neither calls across the boundary nor copies. web/engine/message.ts writes them.
//
//     Value options = ...;                                  { order: 2, output: "J" }
//     for (Member member : Members(options)) ...            member.name "order", member.value.number() 2
//
// A value is one byte that tells its kind; a number's eight bytes follow, or, of a text, a list, an object or an array
// of numbers, the count of what is in it and the size of that in bytes (four each), then the content itself. The
// members of an object are name, value, name, value. All little-endian and unaligned.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace chainwise::wasm {

class Value {
 public:
  /// In the order of web/engine/message.ts. `missing` stands for undefined and null, `other` for what is none of these.
  enum class Kind : unsigned char { missing, other, no, yes, number, text, list, object, doubles, bytes };

  Value() = default;
  explicit Value(const char* at) : at_(at) {}

  Kind kind() const { return at_ ? static_cast<Kind>(*at_) : Kind::missing; }
  bool is(Kind kind) const { return this->kind() == kind; }

  double number() const { return read<double>(at_ + 1); }
  std::string_view text() const { return {content(), count()}; }
  std::uint32_t count() const { return read<std::uint32_t>(at_ + 1); }
  const char* content() const { return at_ + kHead; }
  /// The first value in a list or an object.
  Value first() const { return Value(content()); }
  /// The value behind this one.
  Value next() const {
    if (kind() < Kind::number) return Value(at_ + 1);
    return Value(at_ + kHead + (kind() == Kind::number ? 0 : read<std::uint32_t>(at_ + 5)));
  }

 private:
  static constexpr std::size_t kHead = 9;

  template <class T>
  static T read(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }

  const char* at_ = nullptr;
};

struct Member {
  std::string_view name;
  Value value;
};

/// The members of an object, for a range-based loop; none of what is no object.
class Members {
 public:
  explicit Members(Value object)
      : first_(object.is(Value::Kind::object) ? object.first() : Value()),
        count_(object.is(Value::Kind::object) ? object.count() : 0) {}

  struct Iterator {
    Value at;
    std::uint32_t left;
    Member operator*() const { return {at.text(), at.next()}; }
    void operator++() {
      --left;
      at = at.next().next();
    }
    bool operator!=(const Iterator& other) const { return left != other.left; }
  };
  Iterator begin() const { return {first_, count_}; }
  Iterator end() const { return {{}, 0}; }

 private:
  Value first_;
  std::uint32_t count_;
};

}  // namespace chainwise::wasm
