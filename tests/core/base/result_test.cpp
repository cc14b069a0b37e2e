#include "core/base/result.h"

#include <set>
#include <string>

#include "tests/support/catch.h"

using namespace chainwise;

TEST_CASE("make_error: fills the arguments into the row's sentence", "[base]") {
  const Error error = make_error("wrong-type", {{"what", "x"}, {"expected", "a number"}}, Span{3, 1});
  CHECK(error.code == "wrong-type");
  CHECK(error.message == "x must be a number.");
  CHECK(error.has_span);
  CHECK(error.span == Span{3, 1});
}

TEST_CASE("error_rows: every code stands once, every message is a sentence", "[base]") {
  std::set<std::string> codes;
  for (const ErrorRow& row : error_rows()) {
    INFO(row.code);
    CHECK(codes.insert(std::string(row.code)).second);
    REQUIRE_FALSE(row.message.empty());
    CHECK((row.message.back() == '.' || row.message.back() == '?'));
  }
}
