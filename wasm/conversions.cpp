#include "wasm/conversions.h"

#include <algorithm>
#include <cmath>

namespace chainwise::wasm {
namespace {

bool is_object(const val& value) { return value.typeOf().as<std::string>() == "object" && !value.isNull(); }

}  // namespace

Arguments::Arguments(const val& object, std::string_view what) : object_(object) {
  is_empty_ = object.isUndefined() || object.isNull();
  if (is_empty_) return;
  if (!is_object(object)) {
    is_empty_ = true;
    fail(make_error("wrong-type", {{"what", std::string(what)}, {"expected", "an object"}}));
    return;
  }
  names_ = emscripten::vecFromJSArray<std::string>(val::global("Object").call<val>("keys", object));
}

Arguments::Arguments(const val& object, std::initializer_list<std::string_view> known, std::string_view what)
    : Arguments(object, what) {
  for (const std::string& name : names_) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string list;
    for (const std::string_view option : known) list += (list.empty() ? "" : ", ") + std::string(option);
    fail(make_error("unknown-option", {{"name", name}, {"known", list}}));
    return;
  }
}

void Arguments::fail(Error error) {
  if (!error_) error_ = std::move(error);
}

void Arguments::wrong_type(std::string_view name, std::string_view expected) {
  fail(make_error("wrong-type", {{"what", std::string(name)}, {"expected", std::string(expected)}}));
}

val Arguments::member(std::string_view name) const { return is_empty_ ? val::undefined() : object_[std::string(name)]; }

bool Arguments::has(std::string_view name) const { return !is_empty_ && !member(name).isUndefined(); }

std::string Arguments::text(std::string_view name, std::string_view otherwise) {
  if (!has(name)) return std::string(otherwise);
  const val content = member(name);
  if (content.isString()) return content.as<std::string>();
  wrong_type(name, "a text");
  return std::string(otherwise);
}

double Arguments::number(std::string_view name, double otherwise) {
  if (!has(name)) return otherwise;
  const val content = member(name);
  if (content.isNumber()) return content.as<double>();
  wrong_type(name, "a number");
  return otherwise;
}

std::size_t Arguments::count(std::string_view name, std::size_t otherwise, std::size_t low, std::size_t high) {
  const double number = this->number(name, static_cast<double>(otherwise));
  if (number >= static_cast<double>(low) && number <= static_cast<double>(high) && number == std::floor(number))
    return static_cast<std::size_t>(number);
  if (has(name))
    fail(make_error("not-a-count", {{"what", std::string(name)},
                                    {"low", std::to_string(low)},
                                    {"high", std::to_string(high)},
                                    {"value", format_number(number)}}));
  return otherwise;
}

std::vector<std::string> Arguments::texts(std::string_view name) {
  std::vector<std::string> result;
  if (!has(name)) return result;
  const val list = member(name);
  if (!list.isArray()) {
    wrong_type(name, "a list of texts");
    return result;
  }
  const auto length = list["length"].as<unsigned>();
  for (unsigned i = 0; i < length; ++i) {
    const val item = list[i];
    if (!item.isString()) {
      wrong_type(name, "a list of texts");
      return {};
    }
    result.push_back(item.as<std::string>());
  }
  return result;
}

std::vector<double> Arguments::doubles(std::string_view name) {
  Result<std::vector<double>> numbers = to_doubles(member(name), name);
  if (numbers.ok()) return std::move(numbers).value();
  fail(numbers.error());
  return {};
}

std::vector<std::pair<std::string, double>> Arguments::numbers(std::initializer_list<std::string_view> except) {
  std::vector<std::pair<std::string, double>> result;
  for (const std::string& name : names_) {
    if (std::find(except.begin(), except.end(), name) != except.end() || !has(name)) continue;
    result.emplace_back(name, number(name, 0));
  }
  return result;
}

Result<std::string> to_text(const val& value, std::string_view what) {
  if (value.isString()) return value.as<std::string>();
  return make_error("wrong-type", {{"what", std::string(what)}, {"expected", "a text"}});
}

Result<std::vector<double>> to_doubles(const val& value, std::string_view what) {
  const Error error =
      make_error("wrong-type", {{"what", std::string(what)}, {"expected", "a Float64Array, or an array of numbers"}});
  const val kind = val::global("Float64Array");
  if (value.instanceof (kind)) return emscripten::convertJSArrayToNumberVector<double>(value);
  if (!value.isArray()) return error;
  return emscripten::convertJSArrayToNumberVector<double>(kind.call<val>("from", value));
}

Result<calculus::Bindings> to_bindings(const val& value) {
  Arguments in(value, "The values");
  calculus::Bindings at = in.numbers();
  if (in.error()) return *in.error();
  return at;
}

val from_doubles(const std::vector<double>& numbers) {
  // `slice` copies: a view would dangle as soon as the module's memory grows.
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice");
}

val from_floats(const std::vector<float>& numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice");
}

val failure(const Error& error) { return val::global("JSON").call<val>("parse", failure_json(error)); }

val success_value(const val& value) {
  val result = val::object();
  result.set("ok", true);
  result.set("value", value);
  return result;
}

}  // namespace chainwise::wasm
