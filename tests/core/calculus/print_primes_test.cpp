#include "core/calculus/print_primes.h"

#include "core/calculus/print.h"
#include "tests/support/catch.h"
#include "tests/support/formulas.h"
#include "tests/support/golden.h"

using namespace chainwise;
using namespace chainwise::test;
using calculus::Derivatives;
using calculus::Format;

namespace {}  // namespace

TEST_CASE("print_primes: goldens of tests/data/notations.txt, in all three notations", "[calculus][text]") {
  for (const Golden& golden : read_goldens("notations.txt")) {
    INFO(golden.input);
    const std::size_t in = golden.input.find(" in ");
    REQUIRE(in != std::string::npos);
    const std::string how = golden.input.substr(in + 4);
    const Format format = how.ends_with("latex")    ? Format::latex
                          : how.ends_with("mathml") ? Format::mathml
                                                    : Format::speech;
    const Derivatives derivatives = how.starts_with("leibniz")    ? Derivatives::leibniz
                                    : how.starts_with("lagrange") ? Derivatives::lagrange
                                                                  : Derivatives::partial;
    Source source(golden.input.substr(0, in));
    const std::string printed = source.print(source.formula(), format, derivatives);
    CHECK(replaced(replaced(printed, "\u2061", "&af;"), "\u2062", "&it;") == golden.output);
  }
}

TEST_CASE("print_primes: text is the same in all notations, for it has to parse back", "[calculus][text]") {
  Source source("x*diff(diff(w*x, x), w)");
  for (const Derivatives derivatives : {Derivatives::lagrange, Derivatives::partial})
    CHECK(source.print(source.formula(), Format::text, derivatives) == source.text(source.formula()));
}

TEST_CASE("print_primes: the index stands where the variable is not the only name", "[calculus][text]") {
  Source source("diff(diff(w*x, x), x)");
  const calculus::Primes primes = calculus::PrimeReader(source.pool, source.formula())(source.pool, source.formula());
  CHECK(source.text(primes.of) == "w*x");
  CHECK(primes.count == 2);
  CHECK(source.text(primes.variable) == "x");
  CHECK(primes.has_index);
}
