#include "wasm/answers.h"

#include "core/base/limits.h"
#include "core/calculus/functions.h"

namespace chainwise::wasm {

using calculus::Format;
using calculus::Op;
using calculus::Step;

Formats to_formats(Arguments& in, const Options& options) {
  Formats formats;
  formats.derivatives =
      static_cast<calculus::Derivatives>(options.choice("notation", "notation", "leibniz, lagrange, partial", 0));
  if (!options.has("formats")) return formats;
  bool* const members[] = {&formats.text, &formats.latex, &formats.mathml, &formats.annotated, &formats.speech};
  for (bool* const member : members) *member = false;
  for (const std::string_view name : options.texts("formats"))
    *members[choose(in, "format", name, "text, latex, mathml, annotated, speech")] = true;
  return formats;
}

Answer::Answer(Pool& pool, Formats formats) : pool_(pool), formats_(formats) {
  json_.open('{');
  json_.member("ok", true);
  json_.key("value");
}

void Answer::formula(Expr e) {
  const auto write = [&](std::string_view key, Format format) {
    if (error_) return;
    Result<std::string> text = calculus::print(pool_, e, format, formats_.derivatives);
    if (!text.ok()) {
      error_ = text.error();
      return;
    }
    const bool is_mathml = format == Format::mathml;
    json_.member(key, is_mathml ? "<math>" + text.value() + "</math>" : std::move(text).value());
  };
  json_.object([&] {
    json_.member("node", e.index);
    if (formats_.text) write("text", Format::text);
    if (formats_.latex) write("latex", Format::latex);
    if (formats_.mathml) write("mathml", Format::mathml);
    if (formats_.annotated) write("annotated", Format::annotated);
    if (formats_.speech) write("speech", Format::speech);
  });
  check_size();
}

void Answer::formulas(const std::vector<Expr>& list) {
  json_.array([&] {
    for (const Expr e : list) formula(e);
  });
}

void Answer::check_size() {
  if (!error_ && json_.size() > kMaxAnswerBytes)
    error_ = make_error("print-too-long", {{"limit", std::to_string(kMaxAnswerBytes)}});
}

void Answer::name(Expr symbol, std::string_view key) { json_.member(key, calculus::name_latex(pool_.name(symbol))); }

void Answer::nodes(const std::vector<Expr>& list, std::string_view key) {
  json_.array(key, [&] {
    for (const Expr e : list) json_.value(e.index);
  });
}

void Answer::definitions(const calculus::Program& program, std::string_view source) {
  json_.object([&] {
    json_.array("definitions", [&] {
      for (const calculus::Definition& definition : program.definitions)
        json_.object([&] {
          json_.member("name", pool_.name(definition.name));
          name(definition.name, "latex");
          json_.key("formula");
          formula(definition.formula);
          write_place(json_, source, definition.span);
        });
    });
    json_.array("inputs", [&] {
      for (const Expr input : program.inputs) json_.value(pool_.name(input));
    });
    json_.array("notes", [&] {
      for (const Note& note : program.notes) json_.object([&] { write_error(json_, note, source); });
    });
    json_.object("names", [&] {
      for (const Expr input : program.inputs) name(input, pool_.name(input));
      for (const calculus::Definition& definition : program.definitions)
        name(definition.name, pool_.name(definition.name));
    });
  });
}

void Answer::step(const Step& step) {
  json_.member("rule", step.rule);
  json_.key("before");
  formula(step.before);
  json_.key("after");
  formula(step.after);
  if (step.inner_name)
    json_.object("inner", [&] {
      json_.member("name", pool_.name(*step.inner_name));
      name(*step.inner_name, "latex");
      json_.key("formula");
      formula(step.inner);
    });
  if (step.function) json_.member("function", calculus::functions()[*step.function].name);
  if (step.label_of && step.label_by)
    json_.object("label", [&] {
      name(*step.label_of, "of");
      name(*step.label_by, "by");
      if (step.is_partial) json_.member("partial", true);
    });
  nodes(step.focus, "focus");
  if (!step.ways.empty())
    json_.array("alternatives", [&] {
      for (const std::string_view rule : calculus::alternatives(step)) json_.value(rule);
    });
  json_.key("terms");
  formulas(step.terms);
  for (const bool may_be_zero : {false, true}) {
    std::vector<Expr> granted;
    for (const calculus::Granted& each : step.granted)
      if (each.may_be_zero == may_be_zero) granted.push_back(each.e);
    json_.key(may_be_zero ? "defined" : "nonzero");
    formulas(granted);
  }
}

/// Depth first without recursion: a formula nested 1,000 deep has steps nested 1,000 deep.
void Answer::steps(const calculus::Derivation& derivation, std::size_t levels) {
  struct Level {
    const std::vector<std::uint32_t>* list;
    std::size_t at;
  };
  const std::vector<std::uint32_t> none;
  std::vector<Level> stack{{levels > 0 ? &derivation.top : &none, 0}};
  json_.open('[');
  while (!stack.empty() && !error_) {
    Level& level = stack.back();
    if (level.at == level.list->size()) {
      json_.close(']');
      stack.pop_back();
      if (!stack.empty()) json_.close('}');
      continue;
    }
    const Step& next = derivation.steps[(*level.list)[level.at++]];
    json_.open('{');
    step(next);
    json_.key("steps");
    json_.open('[');
    stack.push_back({stack.size() < levels ? &next.steps : &none, 0});
  }
}

void Answer::derivation(const calculus::Derivation& derivation, std::size_t levels, Formula unsimplified) {
  json_.object([&] {
    json_.key("derivative");
    formula(derivation.derivative);
    json_.key("unsimplified");
    if (unsimplified == Formula::written)
      formula(derivation.unsimplified);
    else
      json_.object([&] { json_.member("node", derivation.unsimplified.index); });
    json_.key("steps");
    steps(derivation, levels);
  });
}

void Answer::samples(const calculus::Samples& samples) {
  json_.object([&] {
    json_.member("x", samples.x);
    json_.member("y", samples.y);
    json_.array("features", [&] {
      for (const calculus::Feature& feature : samples.features)
        json_.object([&] {
          constexpr const char* kNames[] = {"zero", "pole", "jump", "kink", "hole", "gap"};  // as FeatureKind
          json_.member("kind", kNames[static_cast<int>(feature.kind)]);
          json_.member("x", feature.from);
          if (feature.kind == calculus::FeatureKind::gap) json_.member("to", feature.to);
        });
    });
  });
}

void Answer::cause(const std::optional<calculus::Cause>& cause) {
  if (!cause) return json_.null();
  json_.object([&] {
    json_.key("formula");
    formula(cause->e);
    json_.array("arguments", [&] {
      for (const double argument : cause->arguments) json_.value(argument);
    });
    json_.member("condition", cause->condition);
  });
}

void Answer::equivalence(const calculus::Equivalence& equivalence) {
  using calculus::Verdict;
  const Verdict verdict = equivalence.verdict;
  json_.object([&] {
    json_.member("verdict", verdict == Verdict::equal       ? "equal"
                            : verdict == Verdict::different ? "different"
                                                            : "unknown");
    if (verdict == Verdict::different)
      json_.object("witness", [&] {
        for (const auto& [name, value] : equivalence.witness) json_.member(name, value);
      });
    if (verdict != Verdict::equal) return;
    if (!equivalence.steps.empty())
      json_.array("steps", [&] {
        for (const calculus::Rewrite& step : equivalence.steps)
          json_.object([&] {
            json_.member("rule", step.rule);
            json_.key("before");
            formula(step.before);
            json_.key("after");
            formula(step.after);
          });
      });
    json_.key("except");
    formulas(equivalence.except);
  });
}

Reply Answer::finish() {
  check_size();
  if (!error_ && pool_.exhausted()) error_ = make_error("too-many-nodes", {{"limit", std::to_string(kMaxNodes)}});
  if (error_) return failure_of(*error_);
  json_.close('}');
  return json_.take();
}

}  // namespace chainwise::wasm
