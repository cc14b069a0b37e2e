// The calls about formulas: reading, deriving, computing, comparing.
#include "core/base/limits.h"
#include "core/calculus/sample.h"
#include "wasm/answers.h"
#include "wasm/calls.h"
#include "wasm/source.h"

namespace chainwise::wasm {

Reply parse(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const Options options = in.options(1, {"formats"});
  const Formats formats = to_formats(in, options.member("formats"));
  if (in.error()) return in.failure();
  return with_program(source, "", [&](Pool& pool, const Program& program) {
    Answer answer(pool, formats);
    answer.definitions(program, source);
    return answer.finish();
  });
}

Reply differentiate(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const std::string_view variable = in.text(1, "The variable");
  const Options options = in.options(2, {"output", "order", "detail", "formats"});
  const std::string output = options.text("output", "");
  const std::size_t order = options.count("order", 1, 1, 5);
  constexpr std::size_t kLevels[] = {0, 2, kMaxNodes};
  const std::size_t levels = kLevels[options.choice("detail", "detail", "answer, main, all", 2)];
  const Formats formats = to_formats(in, options.member("formats"));
  const Formula unsimplified = in.at(3).is(Value::Kind::yes) ? Formula::node_only : Formula::written;
  if (in.error()) return in.failure();
  return with_program(source, output, [&](Pool& pool, const Program& program) {
    const Result<calculus::Derivation> derivation =
        calculus::differentiate(pool, program, variable, {static_cast<int>(order), levels > 0});
    if (!derivation.ok()) return failure_of(derivation.error());
    Answer answer(pool, formats);
    answer.derivation(derivation.value(), levels, unsimplified);
    return answer.finish();
  });
}

Reply evaluate(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const calculus::Bindings at = in.numbers(1);
  const std::string output = in.options(2, {"output"}).text("output", "");
  if (in.error()) return in.failure();
  return with_program(source, output, [&](Pool& pool, const Program& program) {
    const Result<double> value = calculus::evaluate(pool, program, at);
    if (!value.ok()) return failure_of(value.error());
    return success_with([&](JsonWriter& json) { json.value(value.value()); });
  });
}

Reply undefined_at(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const calculus::Bindings at = in.numbers(1);
  const std::string output = in.options(2, {"output"}).text("output", "");
  if (in.error()) return in.failure();
  return with_program(source, output, [&](Pool& pool, const Program& program) {
    const auto cause = calculus::undefined_cause(pool, program, at);
    if (!cause.ok()) return failure_of(cause.error());
    Answer answer(pool, {});
    answer.cause(cause.value());
    return answer.finish();
  });
}

Reply sample(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const std::string_view variable = in.text(1, "The variable");
  const double from = in.number(2, "from");
  const double to = in.number(3, "to");
  const double points = in.number(4, "count");
  const std::size_t count = points >= 0 && points < 1e9 ? static_cast<std::size_t>(points) : 0;  // 0 is refused below
  const calculus::Bindings at = in.numbers(5);
  const bool is_adaptive = in.options(6, {"points"}).choice("points", "kind of points", "adaptive, equal", 0) == 0;
  if (in.error()) return in.failure();
  return with_program(source, "", [&](Pool& pool, const Program& program) {
    const Result<calculus::Samples> samples =
        calculus::sample(pool, program, variable, from, to, count, at, is_adaptive);
    if (!samples.ok()) return failure_of(samples.error());
    return success_with([&](JsonWriter& json) {
      json.object([&] {
        json.member("x", samples.value().x);
        json.member("y", samples.value().y);
        json.array("features", [&] {
          for (const calculus::Feature& feature : samples.value().features)
            json.object([&] {
              constexpr const char* kNames[] = {"zero", "pole", "jump", "kink", "hole", "gap"};
              json.member("kind", kNames[static_cast<int>(feature.kind)]);
              json.member("x", feature.from);
              if (feature.kind == calculus::FeatureKind::gap) json.member("to", feature.to);
            });
        });
      });
    });
  });
}

Reply equivalent(Arguments& in) {
  const std::string_view a = in.text(0, "The first formula");
  const std::string_view b = in.text(1, "The second formula");
  if (in.error()) return in.failure();
  return with_program(a, "", [&](Pool& pool, const Program& program) {
    const Result<Program> second = calculus::parse(pool, b);
    if (!second.ok()) return failure_of(second.error(), b);
    const Result<calculus::Equivalence> equivalence = calculus::equivalent(pool, program, second.value());
    if (!equivalence.ok()) return failure_of(equivalence.error());
    Answer answer(pool, {});
    answer.equivalence(equivalence.value());
    return answer.finish();
  });
}

Reply error_of(Arguments& in) { return failure_of(make_error(in.text(0, "The code"))); }

}  // namespace chainwise::wasm
