#include "core/calculus/parse.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "core/calculus/parser.h"

namespace chainwise::calculus {

Result<Program> Parser::run() {
  while (at_ < tokens_.size() && !failed_) {
    if (tokens_[at_].kind == TokenKind::line_end)
      ++at_;
    else
      read_line();
    if (pool_.exhausted()) fail("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
  }
  if (failed_) return error_;
  if (program_.definitions.empty()) return make_error("empty", {}, {0, 0});
  note_inputs();
  return std::move(program_);
}

// ---- Lines ----

void Parser::read_line() {
  const std::size_t begin = at_;
  const std::string name = read_definition_head();
  if (failed_) return;
  const std::size_t formula = at_;
  const Expr e = read_expression();
  if (failed_) return;
  const Span span = span_of(formula, at_ - 1);
  if (pool_.depth(e) > kMaxDepth) return fail_too_deep(span);
  if (!name.empty() && inputs_.contains(name)) return fail("defined-by-itself", {{"name", name}}, span);
  if (name.empty() && has_unnamed_) return fail("unnamed-line", {}, span_of(unnamed_begin_, unnamed_end_));
  if (name.empty()) {
    has_unnamed_ = true;
    unnamed_begin_ = begin;
    unnamed_end_ = at_ - 1;
  } else if (has_unnamed_) {
    return fail("unnamed-line", {}, span_of(unnamed_begin_, unnamed_end_));
  }
  defined_.insert(name);
  // Made only now, so that a name's index is larger than those of all that it is computed from.
  program_.definitions.push_back({pool_.symbol(name), e, span});
}

/// Reads `name =` or `f(x) =` where a line starts so; gives an empty name where it does not.
std::string Parser::read_definition_head() {
  std::size_t line_end = at_;
  std::size_t equals = 0;
  for (; tokens_[line_end].kind != TokenKind::line_end; ++line_end)
    if (tokens_[line_end].kind == TokenKind::equals && equals == 0) equals = line_end;
  if (equals == 0) {
    if (tokens_[at_].kind == TokenKind::equals) fail("bad-definition", {}, tokens_[at_].span);
    return {};
  }
  const Token& head = tokens_[at_];
  const bool plain = head.kind == TokenKind::name && equals == at_ + 1;
  const std::string call = head.kind == TokenKind::name ? call_text(at_) : std::string();
  const bool of_variables = !call.empty() && tokens_[equals - 1].kind == TokenKind::close;
  if (!plain && !of_variables) {
    fail("bad-definition", {}, span_of(at_, equals));
    return {};
  }
  const auto function = find_function(head.text);
  if ((function && !row(*function).needs_parentheses) || head.text == "diff") {
    fail("reserved-name", {{"name", head.text}}, head.span);
    return {};
  }
  if (defined_.contains(head.text))
    fail("defined-twice", {{"name", head.text}}, head.span);
  else if (inputs_.contains(head.text))
    fail("used-before-definition", {{"name", head.text}}, head.span);
  if (of_variables) {
    heads_.insert(head.text);
    heads_.insert(call);
  }
  at_ = equals + 1;
  return head.text;
}

/// "f(x, y)" where a name and a bracket of names stand; empty elsewhere.
std::string Parser::call_text(std::size_t name) const {
  if (tokens_[name + 1].kind != TokenKind::open) return {};
  std::string text = tokens_[name].text + "(";
  for (std::size_t i = name + 2; tokens_[i].kind == TokenKind::name; i += 2) {
    text += tokens_[i].text;
    if (tokens_[i + 1].kind == TokenKind::close) return text + ")";
    if (tokens_[i + 1].kind != TokenKind::comma) return {};
    text += ", ";
  }
  return {};
}

// ---- One expression: operands and operators on two explicit stacks ----

Expr Parser::read_expression() {
  operands_.clear();
  pending_.clear();
  for (bool wants_operand = true; !failed_;) {
    const Token& token = tokens_[at_];
    if (wants_operand)
      wants_operand = !read_operand(token);
    else if (token.kind == TokenKind::line_end)
      break;
    else
      wants_operand = read_operator(token);
  }
  if (!failed_) reduce_to(kBracket);
  if (!failed_ && !pending_.empty()) fail_unclosed();
  if (failed_) return {};
  ++at_;
  return finish(operands_.back());
}

/// True once an operand is complete; false where another one has to follow (after a sign, a bracket, sin).
bool Parser::read_operand(const Token& token) {
  switch (token.kind) {
    case TokenKind::number: push_number(token); return true;
    case TokenKind::name: return read_name(token);
    case TokenKind::open: open(Pending::open); return false;
    case TokenKind::bar: open(Pending::bar); return false;
    case TokenKind::root: push({Pending::root, kRoot, at_++}); return false;
    case TokenKind::plus: ++at_; return false;
    case TokenKind::minus: {
      const bool tight = !pending_.empty() && pending_.back().binding >= kProduct;
      push({Pending::sign, tight ? kTightSign : kSign, at_++});
      return false;
    }
    default: fail_missing_operand(token); return false;
  }
}

/// True where an operand has to follow.
bool Parser::read_operator(const Token& token) {
  switch (token.kind) {
    case TokenKind::plus: return binary(Pending::plus, kSum);
    case TokenKind::minus: return binary(Pending::minus, kSum);
    case TokenKind::times: return binary(Pending::times, kProduct);
    case TokenKind::divide: return binary(Pending::divide, kProduct);
    case TokenKind::power: return binary(Pending::power, kPower);
    case TokenKind::superscript: {
      reduce_to(kPower, true);
      Operand base = std::move(operands_.back());
      operands_.back() = {pool_.power(finish(base), integer(token.text)), {}, Op::symbol, base.token};
      ++at_;
      return false;
    }
    case TokenKind::close: return close(token);
    case TokenKind::comma: return comma(token);
    case TokenKind::bar: {
      const bool is_open =
          std::any_of(pending_.rbegin(), pending_.rend(), [](const Pending& p) { return p.kind == Pending::bar; });
      if (is_open) return close(token);
      return implied_times();
    }
    case TokenKind::equals: fail("bad-definition", {}, token.span); return false;
    case TokenKind::number:
      if (tokens_[at_ - 1].kind == TokenKind::number)
        fail("two-numbers", {}, span_of(at_ - 1, at_));
      else
        fail("missing-operator", {{"next", token.text}}, token.span);
      return false;
    default: return implied_times();
  }
}

void Parser::push(Pending pending) {
  if (pending_.size() >= kMaxWaiting) return fail_too_deep(tokens_[pending.token].span);
  pending_.push_back(pending);
}

void Parser::open(Pending::Kind kind) {
  Pending pending{kind, kBracket, at_++};
  pending.operands = operands_.size();
  push(pending);
}

bool Parser::binary(Pending::Kind kind, int binding) {
  Pending pending{kind, binding, at_};
  pending.mark = mark_operator(kind);
  reduce_to(binding, kind == Pending::power);
  push(pending);
  ++at_;
  return true;
}

/// 2x, (x+1)(x-1): a product without a sign. After sin it belongs to the argument, unless a function follows.
bool Parser::implied_times() {
  const Token& next = tokens_[at_];
  const bool next_is_function = next.kind == TokenKind::name && is_function_here(at_);
  Pending times{Pending::times, kProduct, at_};
  if (!next_is_function) times.mark = mark_implied_times();
  reduce_to(kPrefix, true);
  const bool in_argument = !pending_.empty() && pending_.back().kind == Pending::prefix && !next_is_function;
  const bool in_argument_product = pending_.size() > 1 && pending_.back().binding == kPrefix &&
                                   pending_.back().kind == Pending::times && !next_is_function;
  if (in_argument || in_argument_product) {
    if (in_argument_product) reduce_one();
    Mark& mark = pending_.back().mark;
    if (mark.code.empty()) mark = {"function-of-product", at_};
    times.binding = kPrefix;
    push(times);
    return true;
  }
  if (!next_is_function && !pending_.empty() && pending_.back().kind == Pending::divide)
    times.mark = {"quotient-then-product", pending_.back().token};
  reduce_to(kProduct);
  push(times);
  return true;
}

// ---- Reducing ----

/// Carries out what binds at least as strongly as `binding` (more strongly, where `strictly`).
void Parser::reduce_to(int binding, bool strictly) {
  while (!failed_ && !pending_.empty() && pending_.back().binding != kBracket &&
         (strictly ? pending_.back().binding > binding : pending_.back().binding >= binding))
    reduce_one();
}

void Parser::reduce_one() {
  const Pending pending = pending_.back();
  pending_.pop_back();
  Operand right = std::move(operands_.back());
  switch (pending.kind) {
    case Pending::sign: {
      const Expr operand = finish(right);
      note_sign(pending, operand);
      operands_.back() = {pool_.negate(operand), {}, Op::symbol, pending.token};
      return;
    }
    case Pending::root: {
      const std::string& index = tokens_[pending.token].text;
      static const FunctionId cube_root = *find_function("cbrt");
      static const FunctionId nth_root = *find_function("root");
      const Expr radicand = finish(right);
      const Expr e = index.empty() || index == "2" ? pool_.call(sqrt_function(), {radicand})
                     : index == "3"                ? pool_.call(cube_root, {radicand})
                                                   : pool_.call(nth_root, {radicand, integer(index)});
      operands_.back() = {e, {}, Op::symbol, pending.token};
      return;
    }
    case Pending::prefix: {
      const Expr argument = finish(right);
      note_function(pending, argument);
      operands_.back() = {raised(pool_.call(pending.function, {argument}), pending), {}, Op::symbol, pending.token};
      return;
    }
    default: break;
  }
  operands_.pop_back();
  Operand& left = operands_.back();
  switch (pending.kind) {
    case Pending::plus: append(left, Op::sum, finish(right)); break;
    case Pending::minus: append(left, Op::sum, pool_.negate(finish(right))); break;
    case Pending::times: append(left, Op::product, finish(right)); break;
    case Pending::divide: {
      const Expr denominator = finish(right);
      // A typed 0 is a slip; (0) is how the printer writes what a calculation led to.
      if (pool_.is_integer(denominator, 0) && tokens_[right.token].kind == TokenKind::number)
        fail("division-by-zero", {}, tokens_[right.token].span);
      left = {pool_.quotient(finish(left), denominator), {}, Op::symbol, left.token};
      break;
    }
    case Pending::power: left = {pool_.power(finish(left), finish(right)), {}, Op::symbol, left.token}; break;
    default: assert(!"brackets are not reduced");
  }
  if (!pending.mark.code.empty()) note_operator(pending, left.token);
}

void Parser::append(Operand& left, Op op, Expr right) {
  if (left.parts.empty() || left.op != op) {
    const Expr first = finish(left);
    left.parts = {first};
    left.op = op;
  }
  left.parts.push_back(right);
}

Expr Parser::finish(const Operand& operand) {
  if (operand.parts.empty()) return operand.e;
  return operand.op == Op::sum ? pool_.sum(operand.parts) : pool_.product(operand.parts);
}

Expr Parser::raised(Expr call, const Pending& pending) {
  return pending.has_exponent ? pool_.power(call, pending.exponent) : call;
}

Result<Program> parse(Pool& pool, std::string_view source) {
  if (source.size() > kMaxSourceBytes)
    return make_error("source-too-long", {{"limit", std::to_string(kMaxSourceBytes)}});
  Result<std::vector<Token>> tokens = tokenize(source);
  if (!tokens.ok()) return tokens.error();
  return Parser(pool, source, std::move(tokens).value()).run();
}

}  // namespace chainwise::calculus
