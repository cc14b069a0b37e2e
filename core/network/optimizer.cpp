#include "core/network/optimizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace chainwise::network {
namespace {

constexpr double kBelowOne = 0x1.fffffffffffffp-1;

Vec root(Vec v) { return Vec{std::sqrt(v[0]), std::sqrt(v[1])}; }

/// By repeated squaring, so that it is the same everywhere.
double power(double base, std::uint64_t exponent) {
  double result = 1.0;
  for (; exponent > 0; exponent >>= 1, base *= base)
    if (exponent & 1u) result *= base;
  return result;
}

// One structure per rule: made from the numbers of this update, then called for two parameters at a time.
// p: parameters, g: gradient, s: slots.

constexpr OptionRow kDescentOptions[] = {{"weightDecay", 0.0, 0.0, kLarge}};

struct GradientDescent {  // p = p - rate g
  static constexpr std::size_t kSlots = 0;
  Vec rate, decay;
  explicit GradientDescent(const Update& u) : rate(splat(u.rate)), decay(splat(u.options[0])) {}
  Vec operator()(Vec p, Vec g, Vec*) const { return p - rate * (g + decay * p); }
};

constexpr OptionRow kMomentumOptions[] = {
    {"momentum", 0.9, 0.0, 1.0}, {"dampening", 0.0, 0.0, 1.0}, {"weightDecay", 0.0, 0.0, kLarge}};

struct Momentum {  // torch.optim.SGD: s = momentum s + (1 - dampening) g, without dampening at first; p = p - rate s
  static constexpr std::size_t kSlots = 1;
  Vec rate, momentum, taken, decay;
  explicit Momentum(const Update& u)
      : rate(splat(u.rate)),
        momentum(splat(u.options[0])),
        taken(splat(u.step == 1 ? 1.0 : 1.0 - u.options[1])),
        decay(splat(u.options[2])) {}
  Vec operator()(Vec p, Vec g, Vec* s) const {
    s[0] = momentum * s[0] + taken * (g + decay * p);
    return p - rate * s[0];
  }
};

constexpr OptionRow kNesterovOptions[] = {{"momentum", 0.9, 0.0, 1.0}, {"weightDecay", 0.0, 0.0, kLarge}};

struct Nesterov {  // torch.optim.SGD(nesterov=True): s = momentum s + g; p = p - rate (g + momentum s)
  static constexpr std::size_t kSlots = 1;
  Vec rate, momentum, decay;
  explicit Nesterov(const Update& u) : rate(splat(u.rate)), momentum(splat(u.options[0])), decay(splat(u.options[1])) {}
  Vec operator()(Vec p, Vec g, Vec* s) const {
    g = g + decay * p;
    s[0] = momentum * s[0] + g;
    return p - rate * (g + momentum * s[0]);
  }
};

constexpr OptionRow kAdagradOptions[] = {{"lrDecay", 0.0, 0.0, kLarge},
                                         {"weightDecay", 0.0, 0.0, kLarge},
                                         {"initialAccumulatorValue", 0.0, 0.0, kLarge},
                                         {"eps", 1e-10, 0.0, kLarge}};

struct Adagrad {  // torch.optim.Adagrad: s = s + g²; p = p - rate / (1 + (step - 1) lrDecay) g / (√s + eps)
  static constexpr std::size_t kSlots = 1;
  Vec rate, decay, initial, eps;
  explicit Adagrad(const Update& u)
      : rate(splat(u.rate / (1.0 + static_cast<double>(u.step - 1) * u.options[0]))),
        decay(splat(u.options[1])),
        initial(splat(u.step == 1 ? u.options[2] : 0.0)),
        eps(splat(u.options[3])) {}
  Vec operator()(Vec p, Vec g, Vec* s) const {
    g = g + decay * p;
    s[0] = (s[0] + initial) + g * g;
    return p - rate * g / (root(s[0]) + eps);
  }
};

constexpr OptionRow kRmspropOptions[] = {{"alpha", 0.99, 0.0, 1.0},
                                         {"eps", 1e-8, 0.0, kLarge},
                                         {"weightDecay", 0.0, 0.0, kLarge},
                                         {"momentum", 0.0, 0.0, 1.0},
                                         {"centered", 0.0, 0.0, 1.0}};

struct Rmsprop {  // torch.optim.RMSprop: s0 = alpha s0 + (1 - alpha) g²; p = p - rate g / (√s0 + eps)
  static constexpr std::size_t kSlots = 3;  // mean square, momentum, mean
  Vec rate, alpha, taken, eps, decay, momentum, centered;
  explicit Rmsprop(const Update& u)
      : rate(splat(u.rate)),
        alpha(splat(u.options[0])),
        taken(splat(1.0 - u.options[0])),
        eps(splat(u.options[1])),
        decay(splat(u.options[2])),
        momentum(splat(u.options[3])),
        centered(splat(u.options[4] != 0.0 ? 1.0 : 0.0)) {}
  Vec operator()(Vec p, Vec g, Vec* s) const {
    g = g + decay * p;
    s[0] = alpha * s[0] + taken * (g * g);
    s[2] = alpha * s[2] + taken * g;
    s[1] = momentum * s[1] + g / (root(s[0] - centered * (s[2] * s[2])) + eps);
    return p - rate * s[1];
  }
};

constexpr OptionRow kAdamOptions[] = {{"beta1", 0.9, 0.0, kBelowOne},
                                      {"beta2", 0.999, 0.0, kBelowOne},
                                      {"eps", 1e-8, 0.0, kLarge},
                                      {"weightDecay", 0.0, 0.0, kLarge},
                                      {"amsgrad", 0.0, 0.0, 1.0}};
constexpr OptionRow kAdamwOptions[] = {
    kAdamOptions[0], kAdamOptions[1], kAdamOptions[2], {"weightDecay", 0.01, 0.0, kLarge}, kAdamOptions[4]};

/// torch.optim.Adam and AdamW: m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²;
/// p = p - rate / (1 - β1^step) m / (√v / √(1 - β2^step) + eps). Adam adds the weight decay to the gradient, AdamW
/// takes it off the parameter. With amsgrad v is replaced by its largest value so far.
template <bool kDecoupled>
struct Adam {
  static constexpr std::size_t kSlots = 3;  // mean, mean square, the largest mean square
  Vec rate, beta1, taken1, beta2, taken2, eps, coupled, kept, scale;
  bool amsgrad;
  explicit Adam(const Update& u)
      : rate(splat(u.rate / (1.0 - power(u.options[0], u.step)))),
        beta1(splat(u.options[0])),
        taken1(splat(1.0 - u.options[0])),
        beta2(splat(u.options[1])),
        taken2(splat(1.0 - u.options[1])),
        eps(splat(u.options[2])),
        coupled(splat(kDecoupled ? 0.0 : u.options[3])),
        kept(splat(kDecoupled ? 1.0 - u.rate * u.options[3] : 1.0)),
        scale(splat(std::sqrt(1.0 - power(u.options[1], u.step)))),
        amsgrad(u.options[4] != 0.0) {}
  Vec operator()(Vec p, Vec g, Vec* s) const {
    g = g + coupled * p;
    s[0] = beta1 * s[0] + taken1 * g;
    s[1] = beta2 * s[1] + taken2 * (g * g);
    s[2] = select(less(s[2], s[1]), s[1], s[2]);
    return p * kept - rate * s[0] / (root(amsgrad ? s[2] : s[1]) / scale + eps);
  }
};

template <class Rule>
void apply(const Update& update) {
  const Rule rule(update);
  for (std::size_t i = 0; i < update.count; i += kLanes) {
    std::array<Vec, std::max<std::size_t>(Rule::kSlots, 1)> slots;
    for (std::size_t k = 0; k < Rule::kSlots; ++k) slots[k] = load(update.slots[k] + i);
    store(update.parameters + i, rule(load(update.parameters + i), load(update.gradient + i), slots.data()));
    for (std::size_t k = 0; k < Rule::kSlots; ++k) store(update.slots[k] + i, slots[k]);
  }
}

template <class Rule>
constexpr OptimizerRow row(std::string_view name, std::span<const OptionRow> options) {
  return {name, options, Rule::kSlots, apply<Rule>};
}

constexpr OptimizerRow kOptimizers[] = {
    row<GradientDescent>("gradient-descent", kDescentOptions),
    row<Momentum>("momentum", kMomentumOptions),
    row<Nesterov>("nesterov", kNesterovOptions),
    row<Adagrad>("adagrad", kAdagradOptions),
    row<Rmsprop>("rmsprop", kRmspropOptions),
    row<Adam<false>>("adam", kAdamOptions),
    row<Adam<true>>("adamw", kAdamwOptions),
};

}  // namespace

std::span<const OptimizerRow> optimizers() { return kOptimizers; }

Result<Optimizer> make_optimizer(const OptimizerConfig& config) {
  const auto found = find_row("optimizer", optimizers(), config.name);
  if (!found) return found.error();
  if (Status status = check_range("learningRate", config.learning_rate, 0.0, std::numeric_limits<double>::max());
      !status)
    return status.error();
  auto options = read_options(found.value()->options, config.options);
  if (!options) return options.error();
  return Optimizer{found.value(), config.learning_rate, std::move(options).value()};
}

OptimizerState Optimizer::start(std::size_t parameter_count) const {
  return {std::vector<Vector>(row->slots, zeros(parameter_count)), 0};
}

void Optimizer::step(Vector& parameters, const Vector& gradient, OptimizerState& state) const {
  std::array<double*, 4> slots{};
  for (std::size_t k = 0; k < state.slots.size(); ++k) slots[k] = state.slots[k].data();
  row->update({parameters.data(), gradient.data(), parameters.size(), learning_rate, options, slots, ++state.steps});
}

bool Optimizer::is_plain() const { return row == &kOptimizers[0] && options[0] == 0.0; }

}  // namespace chainwise::network
