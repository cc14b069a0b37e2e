// The calls about formulas: reading, deriving, computing, comparing.
#include "core/base/limits.h"
#include "wasm/calls.h"
#include "wasm/source.h"

namespace chainwise::wasm {

Reply parse(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const Formats formats = to_formats(in, in.options(1, {"formats", "notation"}));
  return respond(
      in, source, "", formats, [](Pool&, const Program& program) -> Result<Program> { return program; },
      [&](Answer& answer, const Program& program) { answer.definitions(program, source); });
}

Reply differentiate(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const std::string_view variable = in.text(1, "The variable");
  const Options options = in.options(2, {"output", "order", "detail", "formats", "notation", "prefer"});
  const std::string output = options.text("output", "");
  constexpr std::size_t kLevels[] = {0, 2, kMaxNodes};
  const std::size_t levels = kLevels[options.choice("detail", "detail", "answer, main, all", 2)];
  const calculus::DifferentiateOptions how{static_cast<int>(options.count("order", 1, 1, 5)), levels > 0,
                                           options.texts("prefer")};
  const Formula unsimplified = in.at(3).is(Value::Kind::yes) ? Formula::node_only : Formula::written;
  return respond(
      in, source, output, to_formats(in, options),
      [&](Pool& pool, const Program& program) { return calculus::differentiate(pool, program, variable, how); },
      [&](Answer& answer, const calculus::Derivation& derivation) {
        answer.derivation(derivation, levels, unsimplified);
      });
}

Reply evaluate(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const calculus::Bindings at = in.numbers(1);
  const std::string output = in.options(2, {"output"}).text("output", "");
  return respond(
      in, source, output, {}, [&](Pool& pool, const Program& program) { return calculus::evaluate(pool, program, at); },
      [](Answer& answer, double value) { answer.number(value); });
}

Reply undefined_at(Arguments& in) {
  const std::string_view source = in.text(0, "The source");
  const calculus::Bindings at = in.numbers(1);
  const std::string output = in.options(2, {"output"}).text("output", "");
  return respond(
      in, source, output, {},
      [&](Pool& pool, const Program& program) { return calculus::undefined_cause(pool, program, at); },
      [](Answer& answer, const std::optional<calculus::Cause>& cause) { answer.cause(cause); });
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
  return respond(
      in, source, "", {},
      [&](Pool& pool, const Program& program) {
        return calculus::sample(pool, program, variable, from, to, count, at, is_adaptive);
      },
      [](Answer& answer, const calculus::Samples& samples) { answer.samples(samples); });
}

Reply equivalent(Arguments& in) {
  const std::string_view a = in.text(0, "The first formula");
  const std::string_view b = in.text(1, "The second formula");
  Reply mistake;  // in the second one
  Reply reply = respond(
      in, a, "", {},
      [&](Pool& pool, const Program& program) -> Result<calculus::Equivalence> {
        const Result<Program> second = calculus::parse(pool, b);
        if (second.ok()) return calculus::equivalent(pool, program, second.value());
        mistake = failure_of(second.error(), b);
        return second.error();
      },
      [](Answer& answer, const calculus::Equivalence& equivalence) { answer.equivalence(equivalence); });
  return mistake.text.empty() ? reply : mistake;
}

Reply error_of(Arguments& in) { return failure_of(make_error(in.text(0, "The code"))); }

}  // namespace chainwise::wasm
