// Writes JSON text: what a call answers crosses the boundary as one string, since one large copy is faster than
// hundreds of small property calls.
//
//     JsonWriter json;
//     json.object([&] { json.member("value", 0.5); json.member("name", "x"); });     {"value":0.5,"name":"x"}
//
// JSON has no NaN and no infinity: NaN becomes null, infinities 1e999 and -1e999, which JSON.parse reads as such.
// Arrays of numbers go beside the text as they are; in it stands {"$":"Float64Array","at":0,"bytes":24}, to be
// replaced.
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/number.h"
#include "core/base/result.h"

namespace chainwise::wasm {

/// What a call answers: a JSON text, and the bytes of the arrays that it names.
struct Reply {
  std::string text{};
  std::string arrays{};
};

class JsonWriter {
 public:
  template <class Body>
  void object(Body body) {
    open('{');
    body();
    close('}');
  }
  template <class Body>
  void array(Body body) {
    open('[');
    body();
    close(']');
  }

  void key(std::string_view name) {
    separate();
    quote(name);
    text_ += ':';
    needs_comma_ = false;
  }

  void value(std::string_view string) {
    separate();
    quote(string);
    needs_comma_ = true;
  }
  void value(const char* string) { value(std::string_view(string)); }
  void value(double number) {
    raw(std::isnan(number) ? "null" : std::isinf(number) ? (number < 0 ? "-1e999" : "1e999") : format_number(number));
  }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void null() { raw("null"); }
  template <class Integer>
  requires std::is_integral_v<Integer>
  void value(Integer number) { raw(std::to_string(number)); }

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }
  template <class Body>
  void object(std::string_view name, Body body) {
    key(name);
    object(body);
  }
  template <class Body>
  void array(std::string_view name, Body body) {
    key(name);
    array(body);
  }

  /// Text that is JSON already.
  void raw(std::string_view json) {
    separate();
    text_ += json;
    needs_comma_ = true;
  }

  void open(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
  }
  void close(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
  }

  void value(const std::vector<double>& numbers) { array_of("Float64Array", numbers.data(), numbers.size()); }
  void value(const std::vector<float>& numbers) { array_of("Float32Array", numbers.data(), numbers.size()); }
  void value(const std::vector<std::uint8_t>& bytes) { array_of("Uint8Array", bytes.data(), bytes.size()); }

  std::size_t size() const { return text_.size(); }
  Reply take() { return {std::move(text_), std::move(arrays_)}; }

 private:
  void separate() {
    if (needs_comma_) text_ += ',';
  }

  void quote(std::string_view string) {
    text_ += '"';
    std::size_t done = 0;
    for (std::size_t i = 0; i < string.size(); ++i) {
      const char c = string[i];
      const bool is_control = static_cast<unsigned char>(c) < 0x20;
      if (c != '"' && c != '\\' && !is_control) continue;
      text_ += string.substr(done, i - done);
      done = i + 1;
      if (is_control) {
        constexpr char kHex[] = "0123456789abcdef";
        text_ += "\\u00";
        text_ += kHex[c >> 4];
        text_ += kHex[c & 15];
      } else {
        text_ += '\\';
        text_ += c;
      }
    }
    text_ += string.substr(done);
    text_ += '"';
  }

  template <class Number>
  void array_of(std::string_view kind, const Number* numbers, std::size_t count) {
    object([&] {
      member("$", kind);
      member("at", arrays_.size());
      member("bytes", count * sizeof(Number));
    });
    if (count > 0) arrays_.append(reinterpret_cast<const char*>(numbers), count * sizeof(Number));
  }

  std::string text_;
  std::string arrays_;
  bool needs_comma_ = false;
};

/// {"ok":true,"value":...}; `write(json)` writes the value.
template <class Write>
Reply success_with(Write write) {
  JsonWriter json;
  json.object([&] {
    json.member("ok", true);
    json.key("value");
    write(json);
  });
  return json.take();
}

/// Writes "position" and "length" of `span`, given in bytes of `source`, in UTF-16 units as JavaScript counts them.
void write_place(JsonWriter& json, std::string_view source, Span span);

/// The members of an error or a note, into the object that is open.
void write_error(JsonWriter& json, const Error& error, std::string_view source);

/// {"ok":false,"error":{...}}; `source` is the text that the error's place refers to.
Reply failure_of(const Error& error, std::string_view source = {});

}  // namespace chainwise::wasm
