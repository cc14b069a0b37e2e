#include "core/calculus/parse.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_set>

#include "core/base/limits.h"
#include "core/calculus/functions.h"
#include "core/calculus/token.h"

namespace chainwise::calculus {
namespace {

// How strongly an operator binds what stands beside it.
enum Binding : int {
  kBracket = 0,  // nothing passes an open bracket
  kSum = 1,
  kSign = 2,  // -a*b is -(a*b)
  kProduct = 3,
  kPrefix = 4,     // sin 2x is sin(2x), and sin x * y is sin(x)*y
  kTightSign = 5,  // after / ^ or a function name: a/-b*c is (a/(-b))*c
  kPower = 6,      // right to left
  kRoot = 7,       // √2x is √2 * x
};

/// An operator that waits for its right operand, or a bracket that waits for its partner.
struct Pending {
  enum Kind : unsigned char { plus, minus, times, divide, power, sign, root, prefix, open, bar, call } kind;
  int binding;
  std::size_t token;      // where it stands, for errors
  FunctionId function{};  // call, prefix
  Expr exponent{};        // call, prefix: of sin^2 x
  bool has_exponent = false;
  bool is_diff = false;
  std::size_t operands = 0;  // call: how many operands stood before its arguments
};

/// A sum or product that is still growing has `parts`, so that 1,000 terms make one node and not a chain.
struct Operand {
  Expr e{};
  std::vector<Expr> parts{};
  Op op = Op::symbol;  // of `parts`
  std::size_t token = 0;
};

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

class Parser {
 public:
  Parser(Pool& pool, std::vector<Token> tokens) : pool_(pool), tokens_(std::move(tokens)) {}

  Result<Program> run() {
    while (at_ < tokens_.size() && !failed_) {
      if (tokens_[at_].kind == TokenKind::line_end)
        ++at_;
      else
        read_line();
      if (pool_.exhausted()) fail("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
    }
    if (failed_) return error_;
    if (program_.definitions.empty()) return make_error("empty", {}, {0, 0});
    return std::move(program_);
  }

 private:
  // ---- Lines ----

  void read_line() {
    const std::size_t begin = at_;
    const std::string name = read_definition_head();
    if (failed_) return;
    const std::size_t formula = at_;
    const Expr e = read_expression();
    if (failed_) return;
    const Span span = span_of(formula, at_ - 1);
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
  std::string read_definition_head() {
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
    const bool of_variable = head.kind == TokenKind::name && equals == at_ + 4 &&
                             tokens_[at_ + 1].kind == TokenKind::open && tokens_[at_ + 2].kind == TokenKind::name &&
                             tokens_[at_ + 3].kind == TokenKind::close;
    if (!plain && !of_variable) {
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
    at_ = equals + 1;
    return head.text;
  }

  // ---- One expression: operands and operators on two explicit stacks ----

  Expr read_expression() {
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
  bool read_operand(const Token& token) {
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
  bool read_operator(const Token& token) {
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
      case TokenKind::number: fail("missing-operator", {{"next", token.text}}, token.span); return false;
      default: return implied_times();
    }
  }

  void push(Pending pending) { pending_.push_back(pending); }

  void open(Pending::Kind kind) {
    Pending pending{kind, kBracket, at_++};
    pending.operands = operands_.size();
    push(pending);
  }

  bool binary(Pending::Kind kind, int binding) {
    reduce_to(binding, kind == Pending::power);
    push({kind, binding, at_++});
    return true;
  }

  /// 2x, (x+1)(x-1): a product without a sign. After sin it belongs to the argument, unless a function follows.
  bool implied_times() {
    const Token& next = tokens_[at_];
    const bool next_is_function = next.kind == TokenKind::name && is_function_here(at_);
    reduce_to(kPrefix, true);
    const bool in_argument = !pending_.empty() && pending_.back().kind == Pending::prefix && !next_is_function;
    const bool in_argument_product = pending_.size() > 1 && pending_.back().binding == kPrefix &&
                                     pending_.back().kind == Pending::times && !next_is_function;
    if (in_argument || in_argument_product) {
      if (in_argument_product) reduce_one();
      push({Pending::times, kPrefix, at_});
      return true;
    }
    reduce_to(kProduct);
    push({Pending::times, kProduct, at_});
    return true;
  }

  // ---- Names ----

  bool is_function_here(std::size_t token) const {
    const auto function = find_function(tokens_[token].text);
    if (!function || row(*function).arity == 0) return false;
    return !row(*function).needs_parentheses || tokens_[token + 1].kind == TokenKind::open;
  }

  bool read_name(const Token& token) {
    const bool before_bracket = tokens_[at_ + 1].kind == TokenKind::open;
    if (token.text == "diff" && before_bracket) {
      push_call(at_, {}, at_ + 1).is_diff = true;
      at_ += 2;
      return false;
    }
    if (is_function_here(at_)) return read_function(token);
    const auto constant = find_function(token.text);
    if (constant && row(*constant).arity == 0) {
      push_operand(pool_.call(*constant, std::span<const Expr>{}));
      return true;
    }
    if (!defined_.contains(token.text) && !inputs_.contains(token.text)) {
      const bool is_usual_function = token.text == "f" || token.text == "g" || token.text == "h";
      if (before_bracket && (!is_short_name(token.text) || is_usual_function)) {
        fail_unknown_function(token);
        return false;
      }
      const TokenKind next = tokens_[at_ + 1].kind;
      if ((next == TokenKind::name || next == TokenKind::number) && !letter_times_function(token.text).empty()) {
        fail_unknown_function(token);  // xsin x
        return false;
      }
      if (glued_function(token)) return false;
      inputs_.insert(token.text);
      program_.inputs.push_back(pool_.symbol(token.text));
    }
    push_operand(pool_.symbol(token.text));
    return true;
  }

  /// sin(x), sin x, sin^2 x, sin²(x), log(x, 2).
  bool read_function(const Token& token) {
    const FunctionId function = *find_function(token.text);
    const std::size_t name = at_++;
    Pending exponent{};
    if (tokens_[at_].kind == TokenKind::superscript || tokens_[at_].kind == TokenKind::power) {
      const bool raised = tokens_[at_].kind == TokenKind::superscript;
      const Token& number = tokens_[raised ? at_ : at_ + 1];
      const bool is_whole = number.kind == (raised ? TokenKind::superscript : TokenKind::number) &&
                            number.text.find_first_not_of("0123456789") == std::string::npos;
      if (!is_whole) {
        fail("function-power", {{"name", token.text}}, span_of(name, raised ? at_ : at_ + 1));
        return false;
      }
      exponent.exponent = number_of(number);
      exponent.has_exponent = true;
      at_ += raised ? 1 : 2;
    }
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
    prefix.exponent = exponent.exponent;
    prefix.has_exponent = exponent.has_exponent;
    push(prefix);
    return false;
  }

  Pending& push_call(std::size_t name, FunctionId function, std::size_t bracket) {
    Pending call{Pending::call, kBracket, name, function};
    call.operands = operands_.size();
    if (tokens_[bracket + 1].kind == TokenKind::close && tokens_[name].text == "diff")
      fail("diff-needs-variable", {}, span_of(name, bracket + 1));
    if (tokens_[bracket + 1].kind == TokenKind::close)
      fail("function-needs-argument", {{"name", tokens_[name].text}}, span_of(name, bracket + 1));
    push(call);
    return pending_.back();
  }

  /// `sinx`, `lnx`, `sqrt2` and `cos2x` are slips, not names.
  bool glued_function(const Token& token) {
    for (const FunctionRow& candidate : functions()) {
      if (candidate.arity != 1 || candidate.needs_parentheses) continue;
      for (const std::string_view name : {candidate.name, candidate.aliases.substr(0, candidate.aliases.find(' '))}) {
        if (name.size() < 2 || !token.text.starts_with(name)) continue;
        const std::string rest = token.text.substr(name.size());
        const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (rest.empty() || rest.size() > digits + 1 || rest.back() == '_') continue;
        fail("glued-function", {{"name", token.text}, {"function", std::string(name)}, {"argument", rest}}, token.span);
        return true;
      }
    }
    return false;
  }

  /// x*sin for xsin; empty for other names.
  static std::string letter_times_function(std::string_view name) {
    for (const FunctionRow& candidate : functions())
      if (candidate.arity == 1 && candidate.name.size() > 2 && name.substr(1) == candidate.name)
        return std::string(name.substr(0, 1)) + "*" + std::string(candidate.name);
    return {};
  }

  void fail_unknown_function(const Token& token) {
    std::string suggestion;
    std::string typed = token.text;
    for (char& c : typed) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
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
    if (suggestion.empty())
      fail("unknown-function", {{"name", token.text}}, token.span);
    else
      fail("unknown-function-suggestion", {{"name", token.text}, {"suggestion", suggestion}}, token.span);
  }

  static std::size_t edit_distance(std::string_view a, std::string_view b) {
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
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    return row[b.size()];
  }

  // ---- Numbers ----

  Expr number_of(const Token& token) {
    auto exact = parse_rational(token.text);
    const double value = exact ? exact->value() : parse_double(token.text);
    // More digits than 64 bits hold: the double counts, and reads back from its shortest form as the same number.
    if (!exact && !std::isinf(value)) exact = parse_rational(format_number(value));
    if (std::isinf(value)) fail("number-too-large", {{"number", token.text}}, token.span);
    return pool_.number({value, exact.has_value(), exact.value_or(Rational{})});
  }

  Expr integer(std::string_view digits) {
    const bool negative = digits[0] == '-';
    const Expr size = number_of({TokenKind::number, std::string(digits.substr(negative ? 1 : 0)), tokens_[at_].span});
    return negative ? pool_.negate(size) : size;
  }

  void push_number(const Token& token) { push_operand(number_of(token)); }

  void push_operand(Expr e) {
    operands_.push_back({e, {}, Op::symbol, at_});
    ++at_;
  }

  // ---- Reducing ----

  /// Carries out what binds at least as strongly as `binding` (more strongly, where `strictly`).
  void reduce_to(int binding, bool strictly = false) {
    while (!failed_ && !pending_.empty() && pending_.back().binding != kBracket &&
           (strictly ? pending_.back().binding > binding : pending_.back().binding >= binding))
      reduce_one();
  }

  void reduce_one() {
    const Pending pending = pending_.back();
    pending_.pop_back();
    Operand right = std::move(operands_.back());
    switch (pending.kind) {
      case Pending::sign: operands_.back() = {pool_.negate(finish(right)), {}, Op::symbol, pending.token}; return;
      case Pending::root:
        operands_.back() = {pool_.call(sqrt_function(), {finish(right)}), {}, Op::symbol, pending.token};
        return;
      case Pending::prefix: {
        const Expr argument = finish(right);
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
        if (pool_.is_integer(denominator, 0)) fail("division-by-zero", {}, tokens_[right.token].span);
        left = {pool_.quotient(finish(left), denominator), {}, Op::symbol, left.token};
        break;
      }
      case Pending::power: left = {pool_.power(finish(left), finish(right)), {}, Op::symbol, left.token}; break;
      default: assert(!"brackets are not reduced");
    }
  }

  void append(Operand& left, Op op, Expr right) {
    if (left.parts.empty() || left.op != op) {
      const Expr first = finish(left);
      left.parts = {first};
      left.op = op;
    }
    left.parts.push_back(right);
  }

  Expr finish(const Operand& operand) {
    if (operand.parts.empty()) return operand.e;
    return operand.op == Op::sum ? pool_.sum(operand.parts) : pool_.product(operand.parts);
  }

  Expr raised(Expr call, const Pending& pending) {
    return pending.has_exponent ? pool_.power(call, pending.exponent) : call;
  }

  // ---- Brackets ----

  bool close(const Token& token) {
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
    pending_.pop_back();
    ++at_;
    if (pending.kind == Pending::call) {
      finish_call(pending);
      return false;
    }
    Operand& operand = operands_.back();
    const Expr inside = finish(operand);
    static const FunctionId abs = *find_function("abs");
    operand = {pending.kind == Pending::bar ? pool_.call(abs, {inside}) : inside, {}, Op::symbol, pending.token};
    return false;
  }

  bool comma(const Token& token) {
    reduce_to(kBracket);
    if (failed_) return false;
    if (pending_.empty() || pending_.back().kind != Pending::call) {
      const bool between_digits =
          at_ > 0 && tokens_[at_ - 1].kind == TokenKind::number && tokens_[at_ + 1].kind == TokenKind::number;
      fail(between_digits ? "decimal-comma" : "unexpected-comma", {}, token.span);
      return false;
    }
    ++at_;
    return true;
  }

  void finish_call(const Pending& call) {
    std::vector<Expr> arguments;
    for (std::size_t i = call.operands; i < operands_.size(); ++i) arguments.push_back(finish(operands_[i]));
    operands_.resize(call.operands);
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
    if (arguments.size() != arity && !(folds && arguments.size() > arity))
      return fail(arity == 1 ? "takes-one-argument" : "takes-two-arguments",
                  {{"name", name}, {"actual", std::to_string(arguments.size())}}, span);
    Expr e = pool_.call(function, std::span(arguments).first(arity));
    for (std::size_t i = arity; i < arguments.size(); ++i) e = pool_.call(function, {e, arguments[i]});
    operands_.push_back({raised(e, call), {}, Op::symbol, call.token});
  }

  // ---- Errors ----

  void fail(std::string_view code, ErrorArguments arguments = {}, Span span = {}) {
    if (failed_) return;  // the first fault is the one to mend
    failed_ = true;
    error_ = make_error(code, std::move(arguments), span);
  }

  void fail_unclosed() {
    for (auto pending = pending_.rbegin(); pending != pending_.rend(); ++pending)
      if (pending->binding == kBracket) {
        const Span span =
            pending->kind == Pending::call ? tokens_[pending->token + 1].span : tokens_[pending->token].span;
        return fail(pending->kind == Pending::bar ? "missing-bar" : "missing-close", {}, span);
      }
  }

  void fail_missing_operand(const Token& token) {
    if (token.kind == TokenKind::equals) return fail("bad-definition", {}, token.span);
    if (token.kind == TokenKind::close && at_ > 0 && tokens_[at_ - 1].kind == TokenKind::open)
      return fail("empty-brackets", {}, span_of(at_ - 1, at_));
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

  static bool starts_missing_part(TokenKind kind) {
    return kind == TokenKind::plus || kind == TokenKind::minus || kind == TokenKind::times ||
           kind == TokenKind::divide || kind == TokenKind::power;
  }

  static std::string shown(const Token& token) {
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

  Span span_of(std::size_t first, std::size_t last) const {
    const std::size_t begin = tokens_[first].span.position;
    std::size_t end = tokens_[last].span.position + tokens_[last].span.length;
    if (tokens_[last].kind == TokenKind::line_end && last > first)  // up to the last token of the line
      end = tokens_[last - 1].span.position + tokens_[last - 1].span.length;
    return {begin, end - begin};
  }

  Pool& pool_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Program program_;
  std::unordered_set<std::string> defined_;
  std::unordered_set<std::string> inputs_;
  std::vector<Operand> operands_;
  std::vector<Pending> pending_;
  bool has_unnamed_ = false;
  std::size_t unnamed_begin_ = 0;
  std::size_t unnamed_end_ = 0;
  bool failed_ = false;
  Error error_;
};

}  // namespace

Result<Program> parse(Pool& pool, std::string_view source) {
  if (source.size() > kMaxSourceBytes)
    return make_error("source-too-long", {{"limit", std::to_string(kMaxSourceBytes)}});
  Result<std::vector<Token>> tokens = tokenize(source);
  if (!tokens.ok()) return tokens.error();
  return Parser(pool, std::move(tokens).value()).run();
}

}  // namespace chainwise::calculus
