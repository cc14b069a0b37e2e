// Derives through the definitions of a program, for one variable: dJ/dx = Σ ∂J/∂t dt/dx over the names t in J's
// formula.
//
//     ProgramDeriver deriver(pool, program, x, true);
//     Derivation d;
//     std::vector<std::uint32_t> top;
//     deriver.derive(program.output().formula, program.output().name, d, top);   // dJ/dx, simplified
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/calculus/differentiate.h"
#include "core/calculus/simplify.h"

namespace chainwise::calculus {

class ProgramDeriver {
 public:
  ProgramDeriver(Pool& pool, const Program& program, Expr variable, bool with_steps,
                 std::span<const std::string_view> prefer = {});

  /// Adds one derivation of `formula`; gives the derivative, simplified. `unsimplified` is set as well.
  Expr derive(Expr formula, std::optional<Expr> label, Derivation& result, std::vector<std::uint32_t>& top);

 private:
  struct Name {
    Expr formula;
    std::vector<Expr> through;  // the names in the formula that depend on the variable, the variable among them
    Expr derivative{};
    std::optional<std::uint32_t> step;
    bool is_derived = false;
    bool has_step = false;
  };

  void define(Expr name, Expr formula);
  std::vector<Expr> moving_symbols(Expr formula) const;
  Expr output_name();
  void derive_names(Expr formula);
  Expr link(Expr formula, std::optional<Expr> label, Expr by, std::vector<std::uint32_t>* steps);
  Expr total(Expr formula, std::optional<Expr> label, std::vector<std::uint32_t>* steps);
  Expr chain(Expr formula, std::optional<Expr> label, Expr next, std::vector<std::uint32_t>* steps);
  Expr fork(Expr formula, std::optional<Expr> label, const std::vector<Expr>& through,
            std::vector<std::uint32_t>* steps);
  void tell_new_name(Step& step);
  Expr named(Expr formula, std::optional<Expr> label) const;
  Expr product_of(std::vector<Expr> factors);
  std::uint32_t add_simplification(Expr before, const Simplified& simplified, std::optional<Expr> label);
  std::uint32_t add_step(Step step);

  Pool& pool_;
  Expr variable_;
  bool with_steps_;
  std::span<const std::string_view> prefer_;  // rules; see DifferentiateOptions
  std::vector<Expr> names_;
  std::optional<Expr> new_name_;                    // of an output that has none
  std::unordered_map<std::uint32_t, Name> moving_;  // the definitions that depend on the variable
  std::vector<Step>* steps_ = nullptr;
};

}  // namespace chainwise::calculus
