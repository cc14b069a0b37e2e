#include <algorithm>
#include <cctype>

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "core/calculus/parser.h"

namespace chainwise::calculus {

// ---- Names that look like a function ----

/// `sinx`, `lnx`, `sqrt2` and `cos2x` are slips, not names.
bool Parser::glued_function(const Token& token) {
  for (const FunctionRow& candidate : functions()) {
    if (candidate.arity != 1 || candidate.needs_parentheses) continue;
    for (const std::string_view name : {candidate.name, candidate.aliases.substr(0, candidate.aliases.find(' '))}) {
      if (name.size() < 2 || !token.text.starts_with(name)) continue;
      const std::string rest = token.text.substr(name.size());
      const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
      if (rest.empty() || rest.size() > digits + 1 || rest.back() == '_') continue;
      fail("glued-function", {{"name", token.text}, {"function", name}, {"argument", rest}}, token.span);
      return true;
    }
  }
  return false;
}

/// x*sin for xsin; empty for other names.
std::string Parser::letter_times_function(std::string_view name) {
  for (const FunctionRow& candidate : functions())
    if (candidate.arity == 1 && candidate.name.size() > 2 && name.substr(1) == candidate.name)
      return std::string(name.substr(0, 1)) + "*" + std::string(candidate.name);
  return {};
}

namespace {

/// What functions are called elsewhere.
struct Elsewhere {
  std::string_view name, ours;
};
constexpr Elsewhere kElsewhere[] = {
    {"sen", "sin"}, {"sinus", "sin"}, {"cosinus", "cos"}, {"tangens", "tan"}, {"tg", "tan"},    {"tang", "tan"},
    {"ctg", "cot"}, {"cotg", "cot"},  {"arctg", "atan"},  {"sh", "sinh"},     {"ch", "cosh"},   {"th", "tanh"},
    {"ld", "log2"}, {"lb", "log2"},   {"pow", "x^2"},     {"power", "x^2"},   {"square", "x^2"}};

std::string_view ours(std::string_view name) {
  for (const Elsewhere& elsewhere : kElsewhere)
    if (elsewhere.name == name) return elsewhere.ours;
  return {};
}

std::string in_small_letters(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return small;
}

}  // namespace

/// A name that stands before something as a function would: xsin x, Sin x, tg x, log_3 x, d/dx x^2.
bool Parser::misread_name(const Token& token) {
  const Token& next = tokens_[at_ + 1];
  if (next.kind != TokenKind::name && next.kind != TokenKind::number && next.kind != TokenKind::open) return false;
  const std::string& name = token.text;
  if (at_ > 1 && name.size() > 1 && name[0] == 'd' && tokens_[at_ - 1].kind == TokenKind::divide &&
      tokens_[at_ - 2].text == "d" && !defined_.contains("d")) {
    fail("leibniz", {}, span_of(at_ - 2, at_));
    return true;
  }
  const std::size_t base = name.starts_with("log_") ? 4 : name.starts_with("log") || name.starts_with("ln_") ? 3 : 0;
  const bool has_base = base == 4 || (base == 3 && (name[2] == '_' || (name.size() > 3 && std::isdigit(name[3]))));
  if (has_base && base < name.size()) {
    fail("log-base", {{"base", name.substr(base)}}, token.span);
    return true;
  }
  const std::string small = in_small_letters(name);
  const auto function = find_function(small);
  const bool is_shouted = small != name && small.size() > 1 && function && row(*function).arity > 0;
  if (!is_shouted && ours(small).empty() && (next.kind == TokenKind::open || letter_times_function(name).empty()))
    return false;
  fail_unknown_function(token);
  return true;
}

void Parser::fail_unknown_function(const Token& token) {
  std::string suggestion;
  const std::string typed = in_small_letters(token.text);
  const std::size_t most = 1 + typed.size() / 4;  // more slips than that: another word
  std::size_t best = 2 * most + 2;
  const auto consider = [&](std::string_view name) {
    const std::size_t slips = edit_distance(typed, name);
    const std::size_t distance = 2 * slips + (typed[0] == name[0] ? 0 : 1);
    if (slips > most || distance >= best || (name.size() < 3 && slips > 0)) return;
    best = distance;
    suggestion = name;
  };
  for (const FunctionRow& candidate : functions())
    if (candidate.arity > 0) consider(candidate.name);
  for (const FunctionRow& candidate : functions()) {
    std::string_view rest = candidate.arity > 0 ? candidate.aliases : "";
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      consider(rest.substr(0, space));
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
  if (const std::string product = letter_times_function(token.text); !product.empty()) suggestion = product;
  if (const std::string_view name = ours(typed); !name.empty()) suggestion = name;
  if (suggestion.empty())
    fail("unknown-function", {{"name", token.text}}, token.span);
  else
    fail("unknown-function-suggestion", {{"name", token.text}, {"suggestion", suggestion}}, token.span);
}

std::size_t Parser::edit_distance(std::string_view a, std::string_view b) {
  if (a.size() > 20) return a.size();
  std::vector<std::size_t> before;  // row i - 2: two letters that changed places are one slip
  std::vector<std::size_t> above;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::move(above);
    above = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

// ---- What is missing ----

void Parser::fail(std::string_view code, ErrorArguments arguments, Span span) {
  if (failed_) return;  // the first fault is the one to mend
  failed_ = true;
  error_ = make_error(code, arguments, span);
}

void Parser::fail_too_deep(Span span) { fail("nested-too-deep", {{"limit", std::to_string(kMaxDepth)}}, span); }

void Parser::fail_unclosed() {
  for (auto pending = pending_.rbegin(); pending != pending_.rend(); ++pending)
    if (pending->binding == kBracket) {
      const Span span = tokens_[pending->kind == Pending::call ? pending->bracket : pending->token].span;
      return fail(pending->kind == Pending::bar ? "missing-bar" : "missing-close", {}, span);
    }
}

void Parser::fail_missing_operand(const Token& token) {
  if (token.kind == TokenKind::equals) return fail("bad-definition", {}, token.span);
  if (token.kind == TokenKind::close && at_ > 0 && tokens_[at_ - 1].kind == TokenKind::open)
    return fail("empty-brackets", {}, span_of(at_ - 1, at_));
  const bool begins = at_ == 0 || tokens_[at_ - 1].kind != TokenKind::comma;
  if (token.kind == TokenKind::comma && begins && tokens_[at_ + 1].kind == TokenKind::number && touch(at_, at_ + 1))
    return fail("decimal-comma", {}, token.span);  // ,5
  if (at_ == 0 || tokens_[at_ - 1].kind == TokenKind::line_end)
    return fail("missing-left-operand", {{"sign", shown(token)}}, token.span);
  if (token.kind == TokenKind::superscript) return fail("missing-left-operand", {{"sign", token.text}}, token.span);
  const Token* before = &tokens_[at_ - 1];
  if (before->kind == TokenKind::bar) {  // read as an opening one: 2x|, or |x + | with nothing after the plus
    const bool after_sign = at_ > 1 && starts_missing_part(tokens_[at_ - 2].kind);
    if (!after_sign) return fail("missing-bar", {}, before->span);
    before = &tokens_[at_ - 2];
  }
  fail("missing-operand", {{"sign", shown(*before)}}, before->span);
}

bool Parser::starts_missing_part(TokenKind kind) {
  return kind == TokenKind::plus || kind == TokenKind::minus || kind == TokenKind::times || kind == TokenKind::divide ||
         kind == TokenKind::power;
}

std::string Parser::shown(const Token& token) {
  switch (token.kind) {
    case TokenKind::plus: return "+";
    case TokenKind::minus: return "-";
    case TokenKind::times: return "*";
    case TokenKind::divide: return "/";
    case TokenKind::power: return "^";
    case TokenKind::equals: return "=";
    case TokenKind::open: return "(";
    case TokenKind::close: return ")";
    case TokenKind::bar: return "|";
    case TokenKind::comma: return ",";
    case TokenKind::root: return "√";
    default: return token.text;
  }
}

Span Parser::span_of(std::size_t first, std::size_t last) const {
  const std::size_t begin = tokens_[first].span.position;
  std::size_t end = tokens_[last].span.position + tokens_[last].span.length;
  if (tokens_[last].kind == TokenKind::line_end && last > first)  // up to the last token of the line
    end = tokens_[last - 1].span.position + tokens_[last - 1].span.length;
  return {begin, end - begin};
}

}  // namespace chainwise::calculus
