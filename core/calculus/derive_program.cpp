#include "core/calculus/derive_program.h"

#include <algorithm>
#include <unordered_set>

#include "core/calculus/derive_node.h"

namespace chainwise::calculus {
namespace {

constexpr std::string_view kOutputNames[] = {"h", "f", "g", "F", "H"};

/// The symbols that occur in `formula`, ascending.
std::vector<Expr> symbols_in(const Pool& pool, Expr formula) {
  std::vector<Expr> symbols;
  for (const Expr e : reachable(pool, formula))
    if (pool.op(e) == Op::symbol) symbols.push_back(e);
  return symbols;
}

}  // namespace

ProgramDeriver::ProgramDeriver(Pool& pool, const Program& program, Expr variable, bool with_steps,
                               std::span<const std::string_view> prefer)
    : pool_(pool), variable_(variable), with_steps_(with_steps), prefer_(prefer) {
  for (const Definition& definition : program.definitions) {
    names_.push_back(definition.name);
    if (!(definition.name == variable)) define(definition.name, definition.formula);
  }
  names_.insert(names_.end(), program.inputs.begin(), program.inputs.end());
  names_.push_back(variable);
}

Expr ProgramDeriver::derive(Expr formula, std::optional<Expr> label, Derivation& result,
                            std::vector<std::uint32_t>& top) {
  steps_ = &result.steps;
  const std::vector<Expr> through = moving_symbols(formula);
  const bool has_name = label.has_value();
  if (!label && with_steps_) label = output_name();
  result.asked = pool_.derivative(formula, variable_);
  Expr e = pool_.integer(0);
  if (through.empty() || (through.size() == 1 && through[0] == variable_)) {
    NodeDeriver deriver(pool_, variable_, with_steps_ ? steps_ : nullptr, names_, {}, prefer_);
    const Derived derived = deriver.derive(formula, label);
    e = derived.e;
    if (with_steps_) top.push_back(derived.step);
  } else {
    derive_names(formula);
    // ∂(x*u)/∂x is not d(x*u)/dx: the total derivative is that of a name, of a new one where there is none.
    if (!has_name && with_steps_) {
      moving_.insert_or_assign(label->index, Name{formula, through, {}, {}, false, false});
      names_.push_back(*label);
      new_name_ = label;
    }
    if (with_steps_) result.asked = pool_.derivative(named(formula, label), variable_);
    e = total(formula, label, with_steps_ ? &top : nullptr);
  }
  result.unsimplified = e;
  const Simplified simplified = simplify(pool_, e);
  if (with_steps_ && !(simplified.e == e)) {
    top.push_back(add_simplification(e, simplified, label));
  }
  return simplified.e;
}

void ProgramDeriver::define(Expr name, Expr formula) {
  Name entry{formula, moving_symbols(formula), {}, {}, false, false};
  if (!entry.through.empty()) moving_.emplace(name.index, std::move(entry));
}

std::vector<Expr> ProgramDeriver::moving_symbols(Expr formula) const {
  std::vector<Expr> moving;
  for (const Expr symbol : symbols_in(pool_, formula))
    if (symbol == variable_ || moving_.contains(symbol.index)) moving.push_back(symbol);
  return moving;
}

Expr ProgramDeriver::output_name() {
  for (const std::string_view candidate : kOutputNames) {
    const bool taken = std::any_of(names_.begin(), names_.end(), [&](Expr e) { return pool_.name(e) == candidate; });
    if (!taken) return pool_.symbol(candidate);
  }
  return pool_.symbol("h_0");
}

/// Derives all names that `formula` needs, earlier ones first: no recursion, each once.
void ProgramDeriver::derive_names(Expr formula) {
  std::unordered_set<std::uint32_t> needed;
  std::vector<Expr> order;
  std::vector<Expr> stack = moving_symbols(formula);
  while (!stack.empty()) {
    const Expr name = stack.back();
    stack.pop_back();
    if (name == variable_ || !needed.insert(name.index).second) continue;
    order.push_back(name);
    const Name& entry = moving_.at(name.index);
    stack.insert(stack.end(), entry.through.begin(), entry.through.end());
  }
  std::sort(order.begin(), order.end());
  // A name at a fork, or one that forks itself, has a step of its own that others refer to; all the others are
  // links in the middle of a chain. So each link is written down once, however the names are connected.
  const auto mark_fork = [&](std::span<const Expr> through) {
    if (through.size() < 2) return;
    for (const Expr t : through)
      if (!(t == variable_)) moving_.at(t.index).has_step = true;
  };
  mark_fork(moving_symbols(formula));
  for (const Expr name : order) {
    mark_fork(moving_.at(name.index).through);
    if (moving_.at(name.index).through.size() > 1) moving_.at(name.index).has_step = true;
  }
  for (const Expr name : order) {
    Name& entry = moving_.at(name.index);
    const bool with_step = with_steps_ && entry.has_step;
    if (entry.is_derived && (!with_step || entry.step)) continue;  // a higher order may refer to more names
    entry.is_derived = true;
    std::vector<std::uint32_t> steps;
    entry.derivative = total(entry.formula, name, with_step ? &steps : nullptr);
    if (!with_step) continue;
    const std::string_view first = steps.empty() ? "definition" : (*steps_)[steps[0]].rule;
    const std::string_view rule = entry.through.size() > 1 ? "fork" : first == "links" ? first : "definition";
    Step step{rule, pool_.derivative(name, variable_), entry.derivative};
    step.label_of = name;
    step.label_by = variable_;
    step.focus = {name};
    step.steps = std::move(steps);
    entry.step = add_step(std::move(step));
  }
}

/// ∂formula/∂by, simplified, with its step.
Expr ProgramDeriver::link(Expr formula, std::optional<Expr> label, Expr by, std::vector<std::uint32_t>* steps) {
  std::vector<Expr> held;
  if (steps)
    for (const Expr t : moving_symbols(formula))
      if (!(t == by)) held.push_back(t);
  NodeDeriver deriver(pool_, by, steps ? steps_ : nullptr, names_, held, prefer_);
  const Derived derived = deriver.derive(formula, label);
  const Simplified simplified = simplify(pool_, derived.e);
  if (!steps) return simplified.e;
  if (simplified.e == derived.e) {
    steps->push_back(derived.step);
    return simplified.e;
  }
  Step whole = (*steps_)[derived.step];
  whole.after = simplified.e;
  whole.steps = {derived.step, add_simplification(derived.e, simplified, std::nullopt)};
  steps->push_back(add_step(std::move(whole)));
  return simplified.e;
}

Expr ProgramDeriver::total(Expr formula, std::optional<Expr> label, std::vector<std::uint32_t>* steps) {
  const std::vector<Expr> through = moving_symbols(formula);
  return through.size() == 1 ? chain(formula, label, through[0], steps) : fork(formula, label, through, steps);
}

/// dJ/dx = ∂J/∂t1 · ∂t1/∂t2 · ... along names that each have one successor.
Expr ProgramDeriver::chain(Expr formula, std::optional<Expr> label, Expr next, std::vector<std::uint32_t>* steps) {
  if (!steps) {  // the rest of the chain is derived already
    const Expr front = link(formula, label, next, nullptr);
    if (next == variable_) return front;
    return product_of({front, moving_.at(next.index).derivative});
  }
  struct Link {
    Expr formula;
    std::optional<Expr> label;
    Expr by;
  };
  std::vector<Link> path{{formula, label, next}};
  while (!(next == variable_) && !moving_.at(next.index).has_step) {
    const Name& entry = moving_.at(next.index);
    path.push_back({entry.formula, next, entry.through[0]});
    next = entry.through[0];
  }
  std::vector<Expr> pending;
  for (const Link& part : path) pending.push_back(pool_.derivative(part.formula, part.by));
  const bool ends_in_name = !(next == variable_);
  if (ends_in_name) pending.push_back(pool_.derivative(next, variable_));
  if (pending.size() > 1) {
    Step links{"links", pool_.derivative(named(formula, label), variable_), pool_.product(pending)};
    links.label_of = label;
    links.label_by = variable_;
    links.terms = pending;
    links.focus = {formula};
    tell_new_name(links);
    steps->push_back(add_step(std::move(links)));
  }
  if (pending.size() == 1 && !(named(formula, label) == formula)) {
    Step definition{"definition", pool_.derivative(*label, variable_), pending[0]};
    definition.label_of = label;
    definition.label_by = variable_;
    definition.focus = {*label};
    steps->push_back(add_step(std::move(definition)));
  }
  std::vector<Expr> factors;
  for (const Link& part : path) factors.push_back(link(part.formula, part.label, part.by, steps));
  if (ends_in_name) {
    const Name& entry = moving_.at(next.index);
    steps->push_back(*entry.step);
    factors.push_back(entry.derivative);
  }
  const Expr raw = pool_.product(factors);
  const Expr product = product_of(factors);
  if (!(raw == product)) steps->push_back(add_step({"tidy", raw, product}));
  return product;
}

/// dJ/dx = Σ ∂J/∂t · dt/dx: at a fork the contributions add.
Expr ProgramDeriver::fork(Expr formula, std::optional<Expr> label, const std::vector<Expr>& through,
                          std::vector<std::uint32_t>* steps) {
  std::vector<Expr> pending;
  std::vector<Expr> raw;  // the terms before factors 1 and terms 0 are left out
  std::vector<Expr> terms;
  std::vector<std::uint32_t> parts;
  for (const Expr t : through) {
    const Expr front = link(formula, label, t, steps ? &parts : nullptr);
    if (t == variable_) {
      pending.push_back(pool_.derivative(formula, t));
      raw.push_back(front);
      terms.push_back(front);
      continue;
    }
    const Name& entry = moving_.at(t.index);
    pending.push_back(pool_.product({pool_.derivative(formula, t), pool_.derivative(t, variable_)}));
    raw.push_back(pool_.product({front, entry.derivative}));
    terms.push_back(product_of({front, entry.derivative}));
    if (steps) parts.push_back(*entry.step);
  }
  std::erase_if(terms, [&](Expr e) { return pool_.is_integer(e, 0); });
  const Expr whole = pool_.sum(raw);
  const Expr tidied = terms.empty() ? pool_.integer(0) : pool_.sum(terms);
  if (steps) {
    Step split{"fork", pool_.derivative(named(formula, label), variable_), pool_.sum(pending)};
    split.label_of = label;
    split.label_by = variable_;
    split.terms = through;
    split.focus = {formula};
    tell_new_name(split);
    steps->push_back(add_step(std::move(split)));
    steps->insert(steps->end(), parts.begin(), parts.end());
    if (!(whole == tidied)) steps->push_back(add_step({"tidy", whole, tidied}));
  }
  return tidied;
}

/// The first step about an output that was given a name says what the name stands for.
void ProgramDeriver::tell_new_name(Step& step) {
  if (!new_name_ || !(step.label_of == new_name_)) return;
  step.inner_name = new_name_;
  step.inner = step.focus[0];
}

/// J itself where the formula is that of a name of the program, else the formula.
Expr ProgramDeriver::named(Expr formula, std::optional<Expr> label) const {
  const auto found = label ? moving_.find(label->index) : moving_.end();
  return found != moving_.end() && found->second.formula == formula ? *label : formula;
}

Expr ProgramDeriver::product_of(std::vector<Expr> factors) {
  for (const Expr e : factors)
    if (pool_.is_integer(e, 0)) return e;
  std::erase_if(factors, [&](Expr e) { return pool_.is_integer(e, 1); });
  return factors.empty() ? pool_.integer(1) : pool_.product(factors);
}

std::uint32_t ProgramDeriver::add_simplification(Expr before, const Simplified& simplified, std::optional<Expr> label) {
  Step step{"simplify", before, simplified.e};
  step.granted = simplified.granted;
  step.label_of = label;
  if (label) step.label_by = variable_;
  const std::vector<Expr> stages = simplification(pool_, before, simplified.e);
  if (stages.size() > 1)
    for (const Expr stage : stages) {
      step.steps.push_back(add_step({"simplify", before, stage}));
      before = stage;
    }
  return add_step(std::move(step));
}

std::uint32_t ProgramDeriver::add_step(Step step) {
  steps_->push_back(std::move(step));
  return static_cast<std::uint32_t>(steps_->size() - 1);
}

}  // namespace chainwise::calculus
