// What single signs of the source mean: letters by their plain names, operators, raised and lowered digits, signs of
// other languages. For token.cpp alone.
//
//     find_sign(kGreek, "α")  ->  "alpha"
//     find_sign(kForeign, "%")  ->  "percent", the error that says what to write instead
#pragma once

#include <span>
#include <string_view>

#include "core/calculus/token.h"

namespace chainwise::calculus {

struct Sign {
  std::string_view letter;
  std::string_view name;
};

inline constexpr Sign kGreek[] = {
    {"α", "alpha"}, {"β", "beta"},  {"γ", "gamma"}, {"δ", "delta"},  {"ε", "epsilon"}, {"ζ", "zeta"},    {"η", "eta"},
    {"θ", "theta"}, {"ι", "iota"},  {"κ", "kappa"}, {"λ", "lambda"}, {"μ", "mu"},      {"ν", "nu"},      {"ξ", "xi"},
    {"π", "pi"},    {"ρ", "rho"},   {"σ", "sigma"}, {"τ", "tau"},    {"υ", "upsilon"}, {"φ", "phi"},     {"χ", "chi"},
    {"ψ", "psi"},   {"ω", "omega"}, {"Γ", "Gamma"}, {"Δ", "Delta"},  {"Θ", "Theta"},   {"Λ", "Lambda"},  {"Ξ", "Xi"},
    {"Π", "Pi"},    {"Σ", "Sigma"}, {"Φ", "Phi"},   {"Ψ", "Psi"},    {"Ω", "Omega"},   {"ϵ", "epsilon"}, {"ϕ", "phi"},
    {"µ", "mu"},  // the micro sign, which keyboards have
    {"ŷ", "yhat"},  {"ℓ", "l"},
};

inline constexpr std::string_view kSubscripts[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
inline constexpr std::string_view kRaisedDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
inline constexpr Sign kRaised[] = {{"⁻", "-"}, {"⁺", "+"}, {"ⁿ", "n"}, {"ˣ", "x"}, {"ʸ", "y"}, {"ᶻ", "z"},
                                   {"ᵗ", "t"}, {"ᵏ", "k"}, {"ᵐ", "m"}, {"ᵃ", "a"}, {"ᵇ", "b"}, {"ᵖ", "p"}};

struct Operator {
  std::string_view sign;
  TokenKind kind;
};

inline constexpr Operator kOperators[] = {
    {"+", TokenKind::plus},      {"-", TokenKind::minus},  {"−", TokenKind::minus},  {"–", TokenKind::minus},
    {"*", TokenKind::times},     {"·", TokenKind::times},  {"×", TokenKind::times},  {"⋅", TokenKind::times},
    {"∙", TokenKind::times},     {"/", TokenKind::divide}, {"÷", TokenKind::divide}, {"∕", TokenKind::divide},
    {"^", TokenKind::power},     {"=", TokenKind::equals}, {"(", TokenKind::open},   {")", TokenKind::close},
    {"[", TokenKind::open},      {"]", TokenKind::close},  {"{", TokenKind::open},   {"}", TokenKind::close},
    {"|", TokenKind::bar},       {",", TokenKind::comma},  {"√", TokenKind::root},   {";", TokenKind::line_end},
    {"\n", TokenKind::line_end}, {"∣", TokenKind::bar},    {"∗", TokenKind::times},  {"⁄", TokenKind::divide},
    {"∛", TokenKind::root},      {"∜", TokenKind::root},
};

/// Signs that mean something elsewhere, with the error that says what to write instead.
inline constexpr Sign kForeign[] = {
    {"%", "percent"},     {"‰", "percent"},    {"!=", "comparison"}, {"!", "factorial"},  {"<=", "comparison"},
    {">=", "comparison"}, {"<", "comparison"}, {">", "comparison"},  {"≤", "comparison"}, {"≥", "comparison"},
    {"≠", "comparison"},  {"≈", "comparison"}, {"→", "arrow"},       {"↦", "arrow"},      {"⇒", "arrow"},
    {":=", "colon"},      {":", "colon"},      {"'", "prime"},       {"′", "prime"},      {"″", "prime"},
    {"’", "prime"},       {"\"", "quotes"},    {"“", "quotes"},      {"”", "quotes"},     {"„", "quotes"},
    {"‘", "quotes"},      {"`", "quotes"},     {"«", "quotes"},      {"»", "quotes"},     {"∂", "leibniz"},
    {"∫", "integral"},    {"∑", "series"},     {"∞", "infinity"},    {"±", "plus-minus"}, {"∓", "plus-minus"},
    {"°", "degrees"},
};

/// LaTeX for what is a plain sign here; an empty sign is left out.
inline constexpr Sign kCommands[] = {{"cdot", "*"},  {"times", "*"}, {"div", "/"},  {"left", ""}, {"right", ""},
                                     {"lvert", "|"}, {"rvert", "|"}, {"vert", "|"}, {"quad", ""}, {"displaystyle", ""}};

inline constexpr std::string_view kBlank[] = {" ", "\t", "\r", "\u00a0", "\u2009", "\u202f", "\u200b", "\ufeff"};

inline std::string_view find_sign(std::span<const Sign> signs, std::string_view letter) {
  for (const Sign& sign : signs)
    if (sign.letter == letter) return sign.name;
  return {};
}

}  // namespace chainwise::calculus
