#include <algorithm>
#include <cmath>
#include <optional>

#include "core/calculus/functions.h"
#include "core/calculus/parser.h"

namespace chainwise::calculus {
namespace {

bool starts_operand(TokenKind kind) {
  return kind == TokenKind::number || kind == TokenKind::name || kind == TokenKind::open || kind == TokenKind::root;
}

/// One letter, Greek or plain, perhaps with an index: x, w1, alpha_2, yhat.
bool is_short_name(std::string_view name) {
  std::size_t letters = 0;
  while (letters < name.size() && name[letters] != '_' && !(name[letters] >= '0' && name[letters] <= '9')) ++letters;
  const std::string_view stem = name.substr(0, letters);
  return letters == 1 || is_greek_name(stem) || stem == "yhat";
}

}  // namespace

// ---- Names ----

bool Parser::is_function_here(std::size_t token) const {
  const auto function = find_function(tokens_[token].text);
  if (!function || row(*function).arity == 0) return false;
  return !row(*function).needs_parentheses || tokens_[token + 1].kind == TokenKind::open;
}

bool Parser::read_name(const Token& token) {
  const bool before_bracket = tokens_[at_ + 1].kind == TokenKind::open;
  if (token.text == "diff") {
    if (!before_bracket) {
      fail("diff-needs-variable", {}, token.span);
      return false;
    }
    push_call(at_, {}, at_ + 1).is_diff = true;
    at_ += 2;
    return false;
  }
  if (is_function_here(at_)) return read_function(token);
  if (before_bracket && heads_.contains(token.text)) return call_of_definition(token);
  const auto constant = find_function(token.text);
  if (constant && row(*constant).arity == 0) {
    push_operand(pool_.call(*constant, std::span<const Expr>{}));
    return true;
  }
  if (!defined_.contains(token.text) && !inputs_.contains(token.text)) {
    if (misread_name(token)) return false;
    const bool is_usual_function = token.text == "f" || token.text == "g" || token.text == "h";
    if (before_bracket && (!is_short_name(token.text) || is_usual_function)) {
      fail_unknown_function(token);
      return false;
    }
    if (glued_function(token)) return false;
    inputs_.insert(token.text);
    input_tokens_.push_back(at_);
    program_.inputs.push_back(pool_.symbol(token.text));
  }
  const TokenKind next = tokens_[at_ + 1].kind;
  if (constant && (next == TokenKind::name || next == TokenKind::number))  // σ z, where σ(z) would be the function
    note("name-of-function", excerpt(at_, at_), excerpt(at_, at_) + "(" + excerpt(at_ + 1, at_ + 1) + ")", token.span);
  if (before_bracket && touch(at_, at_ + 1) && !call_text(at_).empty()) {  // y(x)
    const std::string variable = excerpt(at_ + 2, at_ + 2);
    if (tokens_[at_ + 3].kind == TokenKind::close)
      note("product-with-bracket", excerpt(at_, at_) + "*" + variable, token.text + " = formula in a line above",
           span_of(at_, at_ + 3));
  }
  push_operand(pool_.symbol(token.text));
  return true;
}

/// f(x) after f(x) = ... is f; with another argument it would have to be another formula.
bool Parser::call_of_definition(const Token& token) {
  if (!defined_.contains(token.text)) {  // the head of the line that is being read
    fail("defined-by-itself", {{"name", token.text}}, token.span);
    return false;
  }
  const std::string call = call_text(at_);
  if (!heads_.contains(call)) {
    fail("defined-name-called", {{"name", token.text}, {"head", token.text}}, span_of(at_, at_ + 1));
    return false;
  }
  push_operand(pool_.symbol(token.text));
  while (tokens_[at_].kind != TokenKind::close) ++at_;
  ++at_;
  return true;
}

/// sin(x), sin x, sin^2 x, sin²(x), log(x, 2).
bool Parser::read_function(const Token& token) {
  const FunctionId function = *find_function(token.text);
  const std::size_t name = at_++;
  Pending exponent{};
  if (!read_exponent(token, exponent)) return false;
  if (tokens_[at_].kind == TokenKind::open) {
    Pending& call = push_call(name, function, at_);
    call.exponent = exponent.exponent;
    call.has_exponent = exponent.has_exponent;
    ++at_;
    return false;
  }
  const TokenKind next = tokens_[at_].kind;
  if ((!starts_operand(next) && next != TokenKind::minus && next != TokenKind::bar) || row(function).arity != 1) {
    fail("function-needs-argument", {{"name", token.text}}, token.span);
    return false;
  }
  Pending prefix{Pending::prefix, kPrefix, name, function};
  prefix.argument = at_;
  prefix.exponent = exponent.exponent;
  prefix.has_exponent = exponent.has_exponent;
  push(prefix);
  return false;
}

/// The ^2, ² or ^(2) of sin^2 x, if there is one; false after an error.
bool Parser::read_exponent(const Token& token, Pending& exponent) {
  const bool is_raised = tokens_[at_].kind == TokenKind::superscript;
  if (!is_raised && tokens_[at_].kind != TokenKind::power) return true;
  std::size_t last = is_raised ? at_ : at_ + 1;
  const bool in_brackets = tokens_[last].kind == TokenKind::open;
  last += in_brackets;
  const bool has_sign = tokens_[last].kind == TokenKind::minus;
  last += has_sign;
  const Token& number = tokens_[last];
  const bool is_number = number.kind == TokenKind::number || is_raised;
  const bool is_closed = !in_brackets || (is_number && tokens_[last + 1].kind == TokenKind::close);
  last += in_brackets && is_closed;
  if (is_number && is_closed && number.text == (has_sign ? "1" : "-1")) {
    const std::string_view function = row(*find_function(token.text)).name;
    const std::string inverse = function == "log" ? "exp" : function == "exp" ? "log" : "a" + std::string(function);
    if (find_function(inverse)) {
      fail("inverse-function", {{"name", token.text}, {"inverse", inverse}}, span_of(at_ - 1, last));
      return false;
    }
  }
  if (!is_number || !is_closed || has_sign || number.text.find_first_not_of("0123456789") != std::string::npos) {
    fail("function-power", {{"name", token.text}}, span_of(at_ - 1, last));
    return false;
  }
  exponent.exponent = number_of(number);
  exponent.has_exponent = true;
  at_ = last + 1;
  return true;
}

Pending& Parser::push_call(std::size_t name, FunctionId function, std::size_t bracket) {
  Pending call{Pending::call, kBracket, name, function};
  call.operands = operands_.size();
  call.bracket = bracket;
  if (tokens_[bracket + 1].kind == TokenKind::close && tokens_[name].text == "diff")
    fail("diff-needs-variable", {}, span_of(name, bracket + 1));
  if (tokens_[bracket + 1].kind == TokenKind::close)
    fail("function-needs-argument", {{"name", tokens_[name].text}}, span_of(name, bracket + 1));
  push(call);
  return pending_.back();
}

// ---- Numbers ----

Expr Parser::number_of(const Token& token) {
  auto exact = parse_rational(token.text);
  const double value = exact ? exact->value() : parse_double(token.text);
  // More digits than 64 bits hold: the double counts, and reads back from its shortest form as the same number.
  if (!exact && !std::isinf(value)) exact = parse_rational(format_number(value));
  if (std::isinf(value)) fail("number-too-large", {{"number", token.text}}, token.span);
  return pool_.number({value, exact.has_value(), exact.value_or(Rational{})});
}

Expr Parser::integer(std::string_view digits) {
  const bool negative = digits[0] == '-';
  const Expr size = number_of({TokenKind::number, std::string(digits.substr(negative ? 1 : 0)), tokens_[at_].span});
  return negative ? pool_.negate(size) : size;
}

void Parser::push_number(const Token& token) { push_operand(number_of(token)); }

void Parser::push_operand(Expr e) {
  operands_.push_back({e, {}, Op::symbol, at_});
  ++at_;
}

// ---- Brackets ----

bool Parser::close(const Token& token) {
  reduce_to(kBracket);
  if (failed_) return false;
  if (pending_.empty()) {
    fail("unexpected-close", {}, token.span);
    return false;
  }
  const Pending pending = pending_.back();
  if ((pending.kind == Pending::bar) != (token.kind == TokenKind::bar)) {
    fail_unclosed();
    return false;
  }
  const std::string_view opened = tokens_[pending.kind == Pending::call ? pending.bracket : pending.token].text;
  const std::string_view expected = opened == "(" ? ")" : opened == "[" ? "]" : "}";
  if (pending.kind != Pending::bar && token.text != expected) {
    fail("mismatched-brackets", {{"open", opened}, {"close", token.text}, {"expected", expected}}, token.span);
    return false;
  }
  pending_.pop_back();
  ++at_;
  if (pending.kind == Pending::call) {
    --operations_;
    finish_call(pending);
    return false;
  }
  Operand& operand = operands_.back();
  const Expr inside = finish(operand);
  static const FunctionId abs = *find_function("abs");
  operand = {pending.kind == Pending::bar ? pool_.call(abs, {inside}) : inside, {}, Op::symbol, pending.token};
  return false;
}

bool Parser::comma(const Token& token) {
  reduce_to(kBracket);
  if (failed_) return false;
  if (pending_.empty() || pending_.back().kind != Pending::call) {
    fail(is_decimal_comma(at_) ? "decimal-comma" : "unexpected-comma", {}, token.span);
    return false;
  }
  ++at_;
  return true;
}

/// 0,5 without a space.
bool Parser::is_decimal_comma(std::size_t token) const {
  return tokens_[token].kind == TokenKind::comma && tokens_[token - 1].kind == TokenKind::number &&
         tokens_[token + 1].kind == TokenKind::number && touch(token - 1, token) && touch(token, token + 1);
}

/// The comma of a decimal among the arguments between these tokens; 0 where all of them separate: log(x,2,3).
std::size_t Parser::decimal_comma(std::size_t first, std::size_t last) const {
  std::size_t found = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (tokens_[i].kind != TokenKind::comma || !touch(i, i + 1)) continue;
    if (!is_decimal_comma(i)) return 0;
    if (found == 0) found = i;
  }
  return found;
}

void Parser::finish_call(const Pending& call) {
  std::vector<Expr> arguments;
  for (std::size_t i = call.operands; i < operands_.size(); ++i) arguments.push_back(finish(operands_[i]));
  operands_.resize(call.operands);
  const std::size_t decimal = arguments.size() > 1 ? decimal_comma(call.token, at_) : 0;
  const Span span = span_of(call.token, at_ - 1);
  const std::string& name = tokens_[call.token].text;
  if (call.is_diff) {
    if (arguments.size() != 2 || pool_.op(arguments[1]) != Op::symbol) return fail("diff-needs-variable", {}, span);
    operands_.push_back({pool_.derivative(arguments[0], arguments[1]), {}, Op::symbol, call.token});
    return;
  }
  FunctionId function = call.function;
  static const FunctionId log_base = *find_function("logbase");
  if (function == log_function() && arguments.size() == 2) function = log_base;
  const auto arity = static_cast<std::size_t>(row(function).arity);
  const bool folds = row(function).name == "max" || row(function).name == "min";  // max(a, b, c)
  if (arguments.size() != arity && !(folds && arguments.size() > arity)) {
    if (decimal != 0) return fail("decimal-comma", {}, tokens_[decimal].span);
    return fail(function == log_function() ? "takes-one-or-two-arguments"
                : arity == 1               ? "takes-one-argument"
                                           : "takes-two-arguments",
                {{"name", name}, {"actual", std::to_string(arguments.size())}}, span);
  }
  if (decimal != 0) {  // log(8,2)
    const std::string &whole = tokens_[decimal - 1].text, &digits = tokens_[decimal + 1].text;
    note("comma-between-numbers", whole + " and " + digits, whole + "." + digits, span_of(decimal - 1, decimal + 1));
  }
  Expr e = pool_.call(function, std::span(arguments).first(arity));
  for (std::size_t i = arity; i < arguments.size(); ++i) e = pool_.call(function, {e, arguments[i]});
  operands_.push_back({raised(e, call), {}, Op::symbol, call.token});
}

}  // namespace chainwise::calculus
