// What the parser remarks about text that could mean two things. The decisions themselves are in parse.h.
#include <algorithm>
#include <cmath>

#include "core/calculus/parser.h"

namespace chainwise::calculus {
namespace {

constexpr std::size_t kMaxNotes = 16;                     // more would be read by nobody
constexpr std::size_t kMaxExcerpt = 24;                   // bytes of one quoted part
constexpr std::size_t kMaxProduct = 4;                    // letters of a name that may be a product
constexpr std::string_view kUsualLetters = "abctuvwxyz";  // of quantities

}  // namespace

/// The source of these tokens, or … where it is long.
std::string Parser::excerpt(std::size_t first, std::size_t last) const {
  const Span span = span_of(first, last);
  return span.length > kMaxExcerpt ? "…" : std::string(source_.substr(span.position, span.length));
}

void Parser::note(std::string_view code, std::string read, std::string other, Span span) {
  if (program_.notes.size() < kMaxNotes && !failed_)
    program_.notes.push_back(make_note(code, {{"read", std::move(read)}, {"other", std::move(other)}}, span));
}

bool Parser::touch(std::size_t left, std::size_t right) const {
  return tokens_[left].span.position + tokens_[left].span.length == tokens_[right].span.position;
}

// ---- Before an operator: how is what stands before it split from what follows? ----

/// The power that is about to be raised to the operand before the next token, as in e^2 or e^-2; nullptr otherwise.
const Pending* Parser::power_before() const {
  std::size_t i = pending_.size();
  if (i > 1 && pending_[i - 1].binding == kTightSign) --i;
  const bool is_power = i > 0 && pending_[i - 1].kind == Pending::power;
  return is_power && operands_.back().token + 1 == at_ ? &pending_[i - 1] : nullptr;
}

/// For an operator that is typed: 2^3^2, x^1/2, sin x/2.
Mark Parser::mark_operator(Pending::Kind kind) const {
  if (pending_.empty()) return {};
  if (kind == Pending::power) {
    const bool is_tower = pending_.back().kind == Pending::power &&
                          (pending_.size() < 2 || pending_[pending_.size() - 2].kind != Pending::power);
    return is_tower ? Mark{"power-of-power", operands_[operands_.size() - 2].token} : Mark{};
  }
  if (kind != Pending::times && kind != Pending::divide) return {};
  const Token& before = tokens_[at_ - 1];
  if (const Pending* power = power_before(); power && kind == Pending::divide)
    if (before.kind == TokenKind::number && before.text == "1" && tokens_[at_ + 1].kind == TokenKind::number)
      return {"power-then-quotient", power->token};
  std::size_t i = pending_.size();
  while (i > 0 && pending_[i - 1].binding >= kPrefix && pending_[i - 1].kind != Pending::prefix) --i;
  const bool ends_argument = i > 0 && pending_[i - 1].kind == Pending::prefix && touch(at_ - 1, at_);
  const bool before_function = tokens_[at_ + 1].kind == TokenKind::name && is_function_here(at_ + 1);
  return ends_argument && !before_function ? Mark{"function-then-sign", pending_[i - 1].argument} : Mark{};
}

/// For a product without a sign: e^2x.
Mark Parser::mark_implied_times() const {
  const Pending* power = power_before();
  if (!power || tokens_[at_ - 1].kind != TokenKind::number || tokens_[at_].kind != TokenKind::name) return {};
  const Token& base = tokens_[power->token - 1];
  const bool is_exponential = base.kind == TokenKind::number || (base.kind == TokenKind::name && base.text == "e");
  const bool is_short = operands_[operands_.size() - 2].token + 1 == power->token;
  return is_exponential && is_short && touch(at_ - 1, at_) ? Mark{"power-then-product", power->token} : Mark{};
}

// ---- Once the right operand is complete: say both readings ----

void Parser::note_operator(const Pending& pending, std::size_t begin) {
  const std::string_view code = pending.mark.code;
  const std::size_t split = pending.mark.split;
  const std::size_t sign = pending.token;  // of an implied product, the token after it
  const std::size_t end = at_ - 1;
  const auto part = [&](std::size_t first, std::size_t last) { return excerpt(first, last); };
  std::string read;
  std::string other;
  if (code == "quotient-then-product") {
    read = "(" + part(begin, sign - 1) + ")*" + part(sign, end);
    other = part(begin, split) + "(" + part(split + 1, sign - 1) + "*" + part(sign, end) + ")";
  } else if (code == "power-then-product") {
    read = part(begin, sign - 1) + "*" + part(sign, end);
    other = part(begin, split) + "(" + part(split + 1, sign - 1) + "*" + part(sign, end) + ")";
  } else if (code == "power-then-quotient") {
    read = "(" + part(begin, sign - 1) + ")/" + part(sign + 1, end);
    other = part(begin, split) + "(" + part(split + 1, end) + ")";
  } else if (code == "function-then-sign") {
    const std::string function = part(begin, split - 1) + "(" + part(split, sign - 1);
    read = function + ")" + part(sign, end);
    other = function + part(sign, end) + ")";
  } else {  // power-of-power, of which `split` is the first base
    const std::size_t first = split;
    read = part(first, begin - 1) + "(" + part(begin, end) + ")";
    other = "(" + part(first, sign - 1) + ")^" + part(sign + 1, end);
    return note(code, read, other, span_of(first, end));
  }
  note(code, read, other, span_of(begin, end));
}

namespace {

/// The integer that a power is raised to; 0 for other expressions.
double whole_exponent(const Pool& pool, Expr e) {
  if (pool.op(e) != Op::power) return 0;
  const Expr exponent = pool.children(e)[1];
  if (pool.op(exponent) != Op::number) return 0;
  const double value = pool.number_of(exponent).value;
  return value == std::trunc(value) ? value : 0;
}

}  // namespace

/// sin 2x and sin x^2.
void Parser::note_function(const Pending& pending, Expr argument) {
  const std::size_t begin = pending.token;
  const std::size_t first = pending.argument;
  const std::size_t end = at_ - 1;
  const std::size_t split = pending.mark.code.empty() ? first + 1 : pending.mark.split;
  const TokenKind sign = tokens_[first + 1].kind;
  const bool is_power = pending.mark.code.empty() && (sign == TokenKind::power || sign == TokenKind::superscript) &&
                        whole_exponent(pool_, argument) != 0;
  if (pending.mark.code.empty() && !is_power) return;
  const std::string function = excerpt(begin, first - 1);
  note(is_power ? "function-of-power" : pending.mark.code, function + "(" + excerpt(first, end) + ")",
       function + "(" + excerpt(first, split - 1) + ")" + (is_power ? "" : "*") + excerpt(split, end),
       span_of(begin, end));
}

/// -x^2, where the other reading has another value.
void Parser::note_sign(const Pending& pending, Expr operand) {
  const std::size_t base = pending.token + 1;
  const double exponent = whole_exponent(pool_, operand);
  const bool is_even = exponent != 0 && std::fmod(exponent, 2) == 0;
  const TokenKind sign = tokens_[base + 1 < tokens_.size() ? base + 1 : base].kind;
  if (pending.binding != kSign || !is_even || (sign != TokenKind::power && sign != TokenKind::superscript)) return;
  note("negative-power", "-(" + excerpt(base, at_ - 1) + ")",
       "(" + excerpt(pending.token, base) + ")" + excerpt(base + 1, at_ - 1), span_of(pending.token, at_ - 1));
}

// ---- Names ----

/// xy, and x2 beside x.
void Parser::note_inputs() {
  const auto is_known = [&](char letter) {
    const std::string name(1, letter);
    return defined_.contains(name) || inputs_.contains(name);
  };
  for (const std::size_t index : input_tokens_) {
    const Token& token = tokens_[index];
    const std::string& name = token.text;
    if (name.size() < 2 || name.size() != token.span.length || is_greek_name(name)) continue;
    if (name[0] == 'd' && name.size() == 2) continue;  // dx
    if (std::all_of(name.begin() + 1, name.end(), is_digit) && is_known(name[0])) {
      const std::string number = name.substr(1);
      note("name-with-number", name, number + "*" + name[0] + " or " + name[0] + "^" + number, token.span);
    }
    const bool is_product = std::all_of(name.begin(), name.end(), [&](char c) {
      return is_letter(c) && (name.size() == 2 || is_known(c) || kUsualLetters.find(c) != std::string_view::npos);
    });
    if (!is_product || name.size() > kMaxProduct) continue;
    std::string product(1, name[0]);
    for (std::size_t i = 1; i < name.size(); ++i) product = product + "*" + name[i];
    note("name-of-letters", name, product, token.span);
  }
}

}  // namespace chainwise::calculus
