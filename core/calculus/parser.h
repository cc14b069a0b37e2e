// The parser's inside, shared by parse.cpp (lines, operators), parse_names.cpp (names, calls, numbers, brackets),
// parse_errors.cpp (what to say where the text cannot be read) and parse_notes.cpp (what to say where it could be
// read in two ways).
//
// Operators wait on one stack and operands on another, so nothing recurses on how deep a formula is nested.
#pragma once

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/calculus/parse.h"
#include "core/calculus/token.h"

namespace chainwise::calculus {

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

/// That an operator splits what could belong together: the note's code, and a token that the note needs.
struct Mark {
  std::string_view code{};
  std::size_t split = 0;
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
  std::size_t bracket = 0;   // call: the token of its bracket
  std::size_t argument = 0;  // prefix: the first token of its argument
  Mark mark{};
};

/// A sum or product that is still growing has `parts`, so that 1,000 terms make one node and not a chain.
struct Operand {
  Expr e{};
  std::vector<Expr> parts{};
  Op op = Op::symbol;     // of `parts`
  std::size_t token = 0;  // the first
};

class Parser {
 public:
  Parser(Pool& pool, std::string_view source, std::vector<Token> tokens)
      : pool_(pool), source_(source), tokens_(std::move(tokens)) {}

  Result<Program> run();

 private:
  // ---- Lines ----
  void read_line();
  std::string read_definition_head();
  std::string call_text(std::size_t name) const;

  // ---- One expression: operands and operators on two explicit stacks ----
  Expr read_expression();
  bool read_operand(const Token& token);
  bool read_operator(const Token& token);
  void push(Pending pending);
  void open(Pending::Kind kind);
  bool binary(Pending::Kind kind, int binding);
  bool implied_times();

  // ---- Names ----
  bool is_function_here(std::size_t token) const;
  bool read_name(const Token& token);
  bool read_function(const Token& token);
  bool read_exponent(const Token& token, Pending& exponent);
  bool call_of_definition(const Token& token);
  Pending& push_call(std::size_t name, FunctionId function, std::size_t bracket);
  bool glued_function(const Token& token);
  bool misread_name(const Token& token);
  static std::string letter_times_function(std::string_view name);
  void fail_unknown_function(const Token& token);
  static std::size_t edit_distance(std::string_view a, std::string_view b);

  // ---- Numbers ----
  Expr number_of(const Token& token);
  Expr integer(std::string_view digits);
  void push_number(const Token& token);
  void push_operand(Expr e);

  // ---- Reducing ----
  void reduce_to(int binding, bool strictly = false);
  void reduce_one();
  void append(Operand& left, Op op, Expr right);
  Expr finish(const Operand& operand);
  Expr raised(Expr call, const Pending& pending);

  // ---- Brackets ----
  bool close(const Token& token);
  bool comma(const Token& token);
  bool is_decimal_comma(std::size_t token) const;
  std::size_t decimal_comma(std::size_t first, std::size_t last) const;
  void finish_call(const Pending& call);

  // ---- Errors ----
  void fail(std::string_view code, ErrorArguments arguments = {}, Span span = {});
  void fail_too_deep(Span span);
  void fail_unclosed();
  void fail_missing_operand(const Token& token);
  static bool starts_missing_part(TokenKind kind);
  static std::string shown(const Token& token);
  Span span_of(std::size_t first, std::size_t last) const;

  // ---- Notes ----
  std::string excerpt(std::size_t first, std::size_t last) const;
  void note(std::string_view code, std::string read, std::string other, Span span);
  bool touch(std::size_t left, std::size_t right) const;
  const Pending* power_before() const;
  Mark mark_operator(Pending::Kind kind) const;
  Mark mark_implied_times() const;
  void note_operator(const Pending& pending, std::size_t begin);
  void note_function(const Pending& pending, Expr argument);
  void note_sign(const Pending& pending, Expr operand);
  void note_inputs();

  Pool& pool_;
  std::string_view source_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Program program_;
  std::unordered_set<std::string> defined_;
  std::unordered_set<std::string> inputs_;
  std::unordered_set<std::string> heads_;  // "f" and "f(x)" for f(x) = ...
  std::vector<std::size_t> input_tokens_;  // where each input is first used
  std::vector<Operand> operands_;
  std::vector<Pending> pending_;
  bool has_unnamed_ = false;
  std::size_t unnamed_begin_ = 0;
  std::size_t unnamed_end_ = 0;
  bool failed_ = false;
  Error error_;
};

}  // namespace chainwise::calculus
