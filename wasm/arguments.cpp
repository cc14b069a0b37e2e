#include "wasm/arguments.h"

#include <algorithm>
#include <cmath>

#include "core/base/number.h"

namespace chainwise::wasm {
namespace {

using Kind = Value::Kind;

constexpr double kLargestSeed = 9007199254740991.0;  // 2^53 - 1

std::string_view to_text(Arguments& in, Value value, std::string_view what) {
  if (value.is(Kind::text)) return value.text();
  in.fail_kind(what, "a text");
  return "";
}

double to_number(Arguments& in, Value value, std::string_view what) {
  if (value.is(Kind::number)) return value.number();
  in.fail_kind(what, "a number");
  return 0;
}

bool is_whole(double number, double low, double high) {
  return number >= low && number <= high && number == std::floor(number);
}

void fail_count(Arguments& in, std::string_view what, double low, double high, double number) {
  in.fail(make_error(
      "not-a-count",
      {{"what", what}, {"low", format_number(low)}, {"high", format_number(high)}, {"value", format_number(number)}}));
}

std::size_t to_count(Arguments& in, Value value, std::string_view what, std::size_t low, std::size_t high) {
  const double number = to_number(in, value, what);
  if (is_whole(number, static_cast<double>(low), static_cast<double>(high))) return static_cast<std::size_t>(number);
  fail_count(in, what, static_cast<double>(low), static_cast<double>(high), number);
  return low;
}

bool contains(Names names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

std::vector<double> to_doubles(Arguments& in, Value value, std::string_view what) {
  std::vector<double> numbers;
  if (value.is(Kind::doubles)) {
    numbers.resize(value.count());
    if (!numbers.empty()) std::memcpy(numbers.data(), value.content(), numbers.size() * sizeof(double));
    return numbers;
  }
  bool is_good = value.is(Kind::list);
  if (is_good) {
    numbers.reserve(value.count());
    Value item = value.first();
    for (std::uint32_t i = value.count(); i > 0 && is_good; --i, item = item.next()) {
      is_good = item.is(Kind::number);
      if (is_good) numbers.push_back(item.number());
    }
  }
  if (!is_good) in.fail_kind(what, "a Float64Array, or an array of numbers");
  return numbers;
}

std::size_t choose(Arguments& in, std::string_view what, std::string_view name, std::string_view known) {
  std::size_t place = 0;
  for (std::string_view rest = known;; ++place) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    if (rest.substr(0, end) == name) return place;
    if (end == rest.size()) break;
    rest.remove_prefix(end + 2);
  }
  in.fail(make_error("unknown-name", {{"what", what}, {"name", name}, {"known", known}}));
  return 0;
}

Value Arguments::at(std::size_t place) const {
  if (place >= list_.count()) return Value();
  Value value = list_.first();
  for (; place > 0; --place) value = value.next();
  return value;
}

void Arguments::fail_kind(std::string_view what, std::string_view expected) {
  fail(make_error("wrong-type", {{"what", what}, {"expected", expected}}));
}

std::string_view Arguments::text(std::size_t place, std::string_view what) { return to_text(*this, at(place), what); }

double Arguments::number(std::size_t place, std::string_view what) { return to_number(*this, at(place), what); }

std::size_t Arguments::count(std::size_t place, std::string_view what, std::size_t low, std::size_t high) {
  return to_count(*this, at(place), what, low, high);
}

std::vector<double> Arguments::doubles(std::size_t place, std::string_view what) {
  return to_doubles(*this, at(place), what);
}

Options Arguments::options(std::size_t place, Names known, std::string_view what) {
  return Options(*this, at(place), known, what);
}

Numbers Arguments::numbers(std::size_t place, std::string_view what) {
  return Options(*this, at(place), what).numbers();
}

Options::Options(Arguments& in, Value object, std::string_view what) : in_(in), object_(object) {
  if (!object.is(Kind::object) && !object.is(Kind::missing)) in.fail_kind(what, "an object");
}

Options::Options(Arguments& in, Value object, Names known, std::string_view what) : Options(in, object, what) {
  for (const Member member : Members(object)) {
    if (contains(known, member.name)) continue;
    std::string list;
    for (const std::string_view option : known) list.append(list.empty() ? "" : ", ").append(option);
    in.fail(make_error("unknown-option", {{"name", member.name}, {"known", list}}));
    return;
  }
}

Value Options::member(std::string_view name) const {
  for (const Member member : Members(object_))
    if (member.name == name) return member.value;
  return Value();
}

void Options::require(Names names, std::string_view what) const {
  for (const std::string_view name : names)
    if (!has(name)) in_.fail(make_error("missing-member", {{"what", what}, {"name", name}}));
}

std::string Options::text(std::string_view name, std::string_view otherwise) const {
  return std::string(has(name) ? to_text(in_, member(name), name) : otherwise);
}

double Options::number(std::string_view name, double otherwise) const {
  return has(name) ? to_number(in_, member(name), name) : otherwise;
}

std::size_t Options::count(std::string_view name, std::size_t otherwise, std::size_t low, std::size_t high) const {
  return has(name) ? to_count(in_, member(name), name, low, high) : otherwise;
}

std::uint64_t Options::seed(std::string_view name, std::uint64_t otherwise) const {
  const double number = this->number(name, static_cast<double>(otherwise));
  if (is_whole(number, 0, kLargestSeed)) return static_cast<std::uint64_t>(number);
  fail_count(in_, name, 0, kLargestSeed, number);
  return otherwise;
}

std::vector<double> Options::doubles(std::string_view name) const { return to_doubles(in_, member(name), name); }

std::vector<std::string_view> Options::texts(std::string_view name) const {
  std::vector<std::string_view> texts;
  const Value list = member(name);
  if (list.is(Kind::missing)) return texts;
  bool is_good = list.is(Kind::list);
  Value item = is_good ? list.first() : Value();
  for (std::uint32_t i = is_good ? list.count() : 0; i > 0 && is_good; --i, item = item.next()) {
    is_good = item.is(Kind::text);
    if (is_good) texts.push_back(item.text());
  }
  if (!is_good) in_.fail_kind(name, "a list of texts");
  return texts;
}

std::size_t Options::choice(std::string_view name, std::string_view what, std::string_view known,
                            std::size_t otherwise) const {
  return has(name) ? choose(in_, what, to_text(in_, member(name), name), known) : otherwise;
}

Numbers Options::numbers(Names except) const {
  Numbers result;
  for (const Member member : Members(object_))
    if (!contains(except, member.name) && !member.value.is(Kind::missing))
      result.emplace_back(std::string(member.name), to_number(in_, member.value, member.name));
  return result;
}

}  // namespace chainwise::wasm
