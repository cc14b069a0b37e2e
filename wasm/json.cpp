#include "wasm/json.h"

#include <algorithm>

namespace chainwise::wasm {
namespace {

/// One unit for each character, two for those beyond the first 65,536.
std::size_t utf16_length(std::string_view utf8) {
  std::size_t units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

}  // namespace

void write_place(JsonWriter& json, std::string_view source, Span span) {
  const std::size_t begin = std::min(span.position, source.size());
  json.member("position", utf16_length(source.substr(0, begin)));
  json.member("length", utf16_length(source.substr(begin, span.length)));
}

void write_error(JsonWriter& json, const Error& error, std::string_view source) {
  json.member("code", error.code);
  json.member("message", error.message);
  if (error.has_span) write_place(json, source, error.span);
  if (!error.arguments.empty())
    json.object("arguments", [&] {
      for (const auto& [name, content] : error.arguments) json.member(name, content);
    });
}

Reply failure_of(const Error& error, std::string_view source) {
  JsonWriter json;
  json.object([&] {
    json.member("ok", false);
    json.object("error", [&] { write_error(json, error, source); });
  });
  return json.take();
}

}  // namespace chainwise::wasm
