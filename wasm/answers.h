// What the symbolic calls answer, as JSON in the shapes of web/engine/api.ts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calculus/differentiate.h"
#include "core/calculus/equivalence.h"
#include "core/calculus/print.h"
#include "core/calculus/sample.h"
#include "core/graph/explanation.h"
#include "core/graph/forward_mode.h"
#include "core/graph/listing.h"
#include "core/graph/multiplications.h"
#include "core/graph/passes.h"
#include "core/graph/paths.h"
#include "core/graph/proof.h"
#include "wasm/arguments.h"

namespace chainwise::wasm {

using calculus::Expr;
using calculus::Pool;

/// Which of a Formula's texts are written, and how they write what is still to be derived.
struct Formats {
  bool text = true, latex = true, mathml = true, annotated = false, speech = false;
  calculus::Derivatives derivatives = calculus::Derivatives::leibniz;
};

/// A formula as its node with its texts, or as its node alone.
enum class Formula : bool { written, node_only };

/// The options `formats`, a list of names: all but `annotated` and `speech` where it is missing, none where it is
/// empty; and `notation`.
Formats to_formats(Arguments& in, const Options& options);

/// Builds one answer; the first formula that is too long to print makes the whole answer that error.
class Answer {
 public:
  Answer(Pool& pool, Formats formats);

  void formula(Expr e);
  void formulas(const std::vector<Expr>& list);
  /// Places are given in UTF-16 units of `source`.
  void definitions(const calculus::Program& program, std::string_view source);
  /// `levels`: how deep the steps go; 0 leaves them out.
  void derivation(const calculus::Derivation& derivation, std::size_t levels, Formula unsimplified);
  void number(double value) { json_.value(value); }
  void samples(const calculus::Samples& samples);
  void graph(const calculus::Program& program, graph::Detail detail);
  void trace(const graph::Trace& trace);
  void tangents(const graph::Tangents& tangents);
  void paths(const graph::Paths& paths);
  void explanation(const graph::Explanation& explanation);
  void proof(const graph::Proof& proof);
  void listing(const std::vector<graph::Line>& lines);
  void cause(const std::optional<calculus::Cause>& cause);
  void equivalence(const calculus::Equivalence& equivalence);

  /// {"ok":true,"value":...}, or the error.
  Reply finish();

 private:
  void name(Expr symbol, std::string_view key);
  void node_name(Expr node);
  /// Left out where it is not computed; null is NaN.
  void computed(std::string_view key, const std::optional<double>& number);
  void multiplications(std::string_view key, const graph::Multiplications& counts);
  void path(const graph::Path& path);
  void nodes(const std::vector<Expr>& list, std::string_view key);
  void step(const calculus::Step& step);
  void steps(const calculus::Derivation& derivation, std::size_t levels);
  void check_size();

  Pool& pool_;
  Formats formats_;
  JsonWriter json_;
  std::optional<Error> error_;
};

}  // namespace chainwise::wasm
