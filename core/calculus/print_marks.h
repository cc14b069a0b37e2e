// What LaTeX and MathML write for the same thing; the layout above them, print_typeset.cpp, is one.
//
//     {"\\frac{", "}{", "}"}   and   {"<mfrac>", "", "</mfrac>"}   around numerator and denominator
#pragma once

#include <string_view>

namespace chainwise::calculus {

/// Three marks stand before, between and after two parts, two marks around one. In MathML each part is an element of
/// its own besides, so that the `intent` of the whole can name it.
struct Marks {
  std::string_view fraction[3];
  std::string_view power[3];
  std::string_view function_power[3];  // of the name: sin^2
  std::string_view root[2];
  std::string_view cube_root[2];
  std::string_view nth_root[3];  // index first in LaTeX, last in MathML
  std::string_view bars[2];
  std::string_view log_base[3];  // around the name and the base
  std::string_view brackets[2];
  std::string_view tall_brackets[2];
  std::string_view joint[3];  // between factors, in the order of print_shapes.h: 2 · 3, 2x, x y
  std::string_view plus, minus, slash, comma, apply, d, partial, euler;
};

inline constexpr Marks kLatex = {
    {"\\frac{", "}{", "}"},
    {"", "^{", "}"},
    {"", "^{", "}"},
    {"\\sqrt{", "}"},
    {"\\sqrt[3]{", "}"},
    {"\\sqrt[", "]{", "}"},
    {"\\left|", "\\right|"},
    {"\\log", "_{", "}"},
    {"(", ")"},
    {"\\left(", "\\right)"},
    {" \\cdot ", " ", "\\,"},
    "+",
    "-",
    "/",
    ", ",
    " ",
    "d",
    "\\partial",
    "e",
};

inline constexpr Marks kMathml = {
    {"<mfrac>", "", "</mfrac>"},
    {"<msup intent=\"power($base,$exp)\">", "", "</msup>"},
    {"<msup>", "", "</msup>"},
    {"<msqrt intent=\"square-root($x)\">", "</msqrt>"},
    {"<mroot intent=\"root($x,3)\">", "<mn>3</mn></mroot>"},
    {"<mroot intent=\"root($x,$n)\">", "", "</mroot>"},
    {"<mrow intent=\"absolute-value($x)\"><mo>|</mo>", "<mo>|</mo></mrow>"},
    {"<msub><mi>log</mi>", "", "</msub>"},
    {"<mrow><mo>(</mo>", "<mo>)</mo></mrow>"},
    {"<mrow><mo>(</mo>", "<mo>)</mo></mrow>"},
    {"<mo>\u22c5</mo>", "<mo>\u2062</mo>", "<mo>\u2062</mo>"},  // invisible times
    "<mo>+</mo>",
    "<mo>\u2212</mo>",
    "<mo>/</mo>",
    "<mo>,</mo>",
    "<mo>\u2061</mo>",  // function application
    "<mi>d</mi>",
    "<mi>\u2202</mi>",
    "<mi>e</mi>",
};

}  // namespace chainwise::calculus
