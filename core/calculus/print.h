// Writes expressions down.
//
//     print_text(pool, e)                    -sin(x)/(2 + cos(x))                    parse gives e again
//     print(pool, e, Format::latex)          \frac{-\sin x}{2+\cos x}
//     print(pool, e, Format::mathml)         <mfrac>...</mfrac>, without the <math> around it
//     print(pool, e, Format::annotated)      LaTeX with \htmlData{node=7}{...} around each part
//     print(pool, e, Format::speech)         minus sine x, over the quantity 2 plus cosine x
//
// A pending derivative is written in one of three notations; text, which has to parse back, is always diff(f, x):
//
//                                             diff(J, w)                    diff(x^2, x)
//     Derivatives::leibniz                    \frac{d J}{d w}               \frac{d}{d x}(x^{2})
//     Derivatives::partial                    \frac{\partial J}{\partial w} \frac{\partial}{\partial x}(x^{2})
//     Derivatives::lagrange                   J'_{w}                        (x^{2})'
//
// Brackets stand only where the reader, or the parser, needs them. A result of more than kMaxPrintedBytes is the
// error `print-too-long`, one of more than kMaxDepth operations within one another `nested-too-deep`.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/calculus/expression.h"

namespace chainwise::calculus {

enum class Format : unsigned char { text, latex, mathml, annotated, speech };

/// How pending derivatives are written. Primes have the variable as an index unless what is derived has no other name
/// in it (print_primes.h).
enum class Derivatives : unsigned char { leibniz, lagrange, partial };

Result<std::string> print(const Pool& pool, Expr e, Format format, Derivatives derivatives = Derivatives::leibniz);

/// A name as LaTeX: z1 is z_{1}, yhat is \hat{y}, alpha is \alpha, loss is \mathrm{loss}.
std::string name_latex(std::string_view name);

/// A name as MathML.
std::string name_mathml(std::string_view name);

}  // namespace chainwise::calculus
