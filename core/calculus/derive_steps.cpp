// How NodeDeriver records what it does; the rules themselves are in derive_node.cpp.
#include <algorithm>
#include <unordered_set>

#include "core/calculus/derive_node.h"

namespace chainwise::calculus {
namespace {

constexpr std::string_view kFreshNames[] = {"u", "v", "w", "p", "q", "r", "s", "t"};

}  // namespace

// ---- Names for inner parts: u in the outermost, v in the next, ... ----

void NodeDeriver::name_inner_parts(Expr formula, std::optional<Expr> label) {
  std::vector<std::size_t> depth(depends_.size(), 0);
  std::vector<char> is_inner(depends_.size(), 0);
  label_[formula.index] = label;
  for (auto e = order_.rbegin(); e != order_.rend(); ++e) {  // each node after all that use it
    if (!depends(*e)) continue;
    const std::size_t here = depth[e->index];
    if (is_inner[e->index]) label_[e->index] = fresh_name(here - 1);
    if (const Expr form = form_of(*e); !(form == kNone)) label_[form.index] = label_[e->index];
    const Expr inner = inner_of(*e);
    for (const Expr part : pending_children(*e)) {
      const bool named = inner == part && !(part == variable_);
      depth[part.index] = std::max(depth[part.index], here + (named ? 1 : 0));
      if (named) is_inner[part.index] = 1;
    }
  }
}

Expr NodeDeriver::fresh_name(std::size_t depth) {
  while (fresh_.size() <= depth) {
    const std::size_t letters = std::size(kFreshNames);
    std::string name(kFreshNames[next_name_ % letters]);
    if (next_name_ >= letters) name += std::to_string(next_name_ / letters);
    ++next_name_;
    const auto is_taken = [&](Expr other) { return pool_.name(other) == name; };
    if (std::any_of(taken_.begin(), taken_.end(), is_taken)) continue;
    fresh_.push_back(pool_.symbol(name));
  }
  return fresh_[depth];
}

// ---- Steps ----

std::uint32_t NodeDeriver::add_step(Step step) {
  step.is_partial = step.label_by == variable_ && !held_.empty();
  steps_->push_back(std::move(step));
  return static_cast<std::uint32_t>(steps_->size() - 1);
}

std::uint32_t NodeDeriver::record_plain(Expr e) {
  Step step{rule_of(e), pool_.derivative(e, variable_), derivative_[e.index]};
  step.label_of = label_[e.index];
  step.label_by = variable_;
  step.focus = {e};
  step.ways = ways_of(e);
  if (step.rule == "table") step.function = pool_.function(e).row;
  const bool is_leaf = !depends(e) || e == variable_ || !(inner_of(e) == kNone);
  if (is_leaf) return add_step(std::move(step));
  const std::vector<Expr> parts = pending_children(e);
  step.terms = parts;
  // A name that is held fixed is no constant: its derivative is left out, not written down as 0.
  const auto pending = [&](Expr part) {
    return holds_[part.index] ? pool_.integer(0) : pool_.derivative(part, variable_);
  };
  const Expr split = apply_rule(e, pending, false);
  Step pattern{"split", step.before, split};
  pattern.focus = {e};
  pattern.terms = parts;
  step.steps.push_back(add_step(std::move(pattern)));
  std::unordered_set<std::uint32_t> seen;
  for (const Expr part : parts) {
    if (holds_[part.index] || !seen.insert(part.index).second) continue;
    step.steps.push_back(step_[part.index]);
  }
  const Expr filled = apply_rule(
      e, [&](Expr part) { return derivative_[part.index]; }, false);
  if (!(filled == step.after)) step.steps.push_back(add_step({"tidy", filled, step.after}));
  return add_step(std::move(step));
}

std::uint32_t NodeDeriver::record_chain(Expr e, Expr inner) {
  const Expr u = *label_[inner.index];
  const Expr before = pool_.derivative(e, variable_);
  const Expr named = with_inner(e, u);
  const Expr outer = pool_.derivative(named, u);
  const Expr outer_done = outer_derivative(e, u);
  const Expr inner_pending = pool_.derivative(inner, variable_);

  Step step{"chain", before, derivative_[e.index]};
  step.inner_name = u;
  step.inner = inner;
  step.label_of = label_[e.index];
  step.label_by = variable_;
  step.focus = {e, inner};
  step.ways = ways_of(e);
  step.terms = {named, inner};

  Step name{"name-inner", before, pool_.derivative(named, variable_)};
  name.inner_name = u;
  name.inner = inner;
  name.focus = {inner};
  step.steps.push_back(add_step(std::move(name)));

  Step links{"chain-links", pool_.derivative(named, variable_), pool_.product({outer, inner_pending})};
  links.inner_name = u;
  links.inner = inner;
  links.focus = {named, inner};
  links.terms = {outer, inner_pending};
  links.label_of = label_[e.index];
  links.label_by = variable_;
  step.steps.push_back(add_step(std::move(links)));

  Step table{rule_of(e), outer, outer_done};
  if (table.rule == "table") table.function = pool_.function(e).row;
  table.label_of = label_[e.index];
  table.label_by = u;
  table.focus = {named};
  step.steps.push_back(add_step(std::move(table)));

  step.steps.push_back(step_[inner.index]);

  const Expr multiplied = pool_.product({outer_done, derivative_[inner.index]});
  if (!(multiplied == step.after)) {
    Step back{outer_derivative(e, inner) == outer_done ? "tidy" : "put-back", multiplied, step.after};
    if (back.rule == "put-back") back.inner_name = u, back.inner = inner;
    step.steps.push_back(add_step(std::move(back)));
  }
  return add_step(std::move(step));
}

std::uint32_t NodeDeriver::record_rewritten(Expr e) {
  const Expr form = form_of(e);
  const Expr before = pool_.derivative(e, variable_);
  Step rewrite{"rewrite", before, pool_.derivative(form, variable_)};
  rewrite.focus = {e};
  rewrite.terms = {form};

  Step step{rule_of(e), before, derivative_[e.index]};
  step.label_of = label_[e.index];
  step.label_by = variable_;
  step.focus = {e};
  step.terms = {form};
  step.ways = ways_of(e);
  step.steps.push_back(add_step(std::move(rewrite)));
  step.steps.push_back(step_[form.index]);
  if (!(derivative_[form.index] == step.after)) {
    Step back{"rewrite", derivative_[form.index], step.after};
    back.focus = {form};
    back.terms = {e};
    step.steps.push_back(add_step(std::move(back)));
  }
  return add_step(std::move(step));
}

}  // namespace chainwise::calculus
