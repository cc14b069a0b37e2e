// The test framework, whichever version is installed: Catch2 3 (several headers) or 2 (one header).
//
//     #include "tests/support/catch.h"
//     TEST_CASE("parse: 2x → 2*x", "[calculus]") { CHECK(text_of("2x") == "2*x"); }
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
