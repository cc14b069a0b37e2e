#include "core/network/update_program.h"

#include <algorithm>

namespace chainwise::network {
namespace {

class ProgramWriter {
 public:
  ProgramWriter(const Optimizer& optimizer, const OptimizerState& state, const UpdateInputs& inputs)
      : optimizer_(optimizer), state_(state), inputs_(inputs), step_(state.steps + 1) {
    give("w", inputs.parameter);
    give("g", inputs.gradient);
    give("eta", optimizer.learning_rate);
  }

  NetworkProgram write() {
    const std::string_view name = optimizer_.row->name;
    gradient();
    if (name == "gradient-descent") finish("w - eta*" + g_);
    if (name == "momentum") momentum();
    if (name == "nesterov") nesterov();
    if (name == "adagrad") adagrad();
    if (name == "rmsprop") rmsprop();
    if (name == "adam" || name == "adamw") adam(name == "adamw");
    return std::move(program_);
  }

 private:
  void give(const char* name, double value) { program_.at.emplace_back(name, value); }
  void define(const std::string& name, const std::string& formula) { program_.source += name + " = " + formula + "\n"; }
  void finish(const std::string& formula) {
    program_.source += "w_new = " + formula;
    program_.output = "w_new";
  }
  double option(std::string_view name) const {
    const auto rows = optimizer_.row->options;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const OptionRow& row) { return row.name == name; });
    return found == rows.end() ? 0.0 : optimizer_.options[static_cast<std::size_t>(found - rows.begin())];
  }
  double slot(std::size_t number) const { return state_.slots[number](inputs_.index); }

  /// The gradient with what penalties and weight decay add to it.
  void gradient() {
    std::string total = "g";
    if (inputs_.l2 != 0.0) {
      give("l2", inputs_.l2);
      total += " + l2*w";
    }
    if (inputs_.l1 != 0.0) {
      give("l1", inputs_.l1);
      total += " + l1*sign(w)";
    }
    if (option("weightDecay") != 0.0) {
      give("lambda", option("weightDecay"));
      if (optimizer_.row->name != "adamw") total += " + lambda*w";
    }
    if (total == "g") return;
    define("d", total);
    g_ = "d";
  }

  void momentum() {
    give("s", slot(0));
    give("mu", option("momentum"));
    const double dampening = step_ == 1 ? 0.0 : option("dampening");
    if (dampening != 0.0) give("tau", dampening);
    define("s_new", "mu*s + " + (dampening != 0.0 ? "(1 - tau)*" + g_ : g_));
    finish("w - eta*s_new");
  }

  void nesterov() {
    give("s", slot(0));
    give("mu", option("momentum"));
    define("s_new", "mu*s + " + g_);
    finish("w - eta*(" + g_ + " + mu*s_new)");
  }

  void adagrad() {
    give("s", slot(0) + (step_ == 1 ? option("initialAccumulatorValue") : 0.0));
    give("epsilon", option("eps"));
    define("s_new", "s + " + g_ + "^2");
    std::string rate = "eta";
    if (option("lrDecay") != 0.0) {
      give("kappa", option("lrDecay"));
      give("t", static_cast<double>(step_));
      rate = "eta/(1 + (t - 1)*kappa)";
    }
    finish("w - " + rate + "*" + g_ + "/(sqrt(s_new) + epsilon)");
  }

  void rmsprop() {
    give("s", slot(0));
    give("alpha", option("alpha"));
    give("epsilon", option("eps"));
    define("s_new", "alpha*s + (1 - alpha)*" + g_ + "^2");
    std::string variance = "s_new";
    if (option("centered") != 0.0) {
      give("m", slot(2));
      define("m_new", "alpha*m + (1 - alpha)*" + g_);
      variance = "s_new - m_new^2";
    }
    const std::string scaled = g_ + "/(sqrt(" + variance + ") + epsilon)";
    if (option("momentum") == 0.0) return finish("w - eta*" + scaled);
    give("v", slot(1));
    give("mu", option("momentum"));
    define("v_new", "mu*v + " + scaled);
    finish("w - eta*v_new");
  }

  void adam(bool decoupled) {
    give("m", slot(0));
    give("v", slot(1));
    give("beta1", option("beta1"));
    give("beta2", option("beta2"));
    give("epsilon", option("eps"));
    give("t", static_cast<double>(step_));
    define("m_new", "beta1*m + (1 - beta1)*" + g_);
    define("v_new", "beta2*v + (1 - beta2)*" + g_ + "^2");
    std::string square = "v_new";
    if (option("amsgrad") != 0.0) {
      give("r", slot(2));
      define("r_new", "max(r, v_new)");
      square = "r_new";
    }
    define("mhat", "m_new/(1 - beta1^t)");
    define("vhat", square + "/(1 - beta2^t)");
    const bool shrinks = decoupled && option("weightDecay") != 0.0;
    finish(std::string(shrinks ? "w*(1 - eta*lambda)" : "w") + " - eta*mhat/(sqrt(vhat) + epsilon)");
  }

  const Optimizer& optimizer_;
  const OptimizerState& state_;
  const UpdateInputs& inputs_;
  std::uint64_t step_;
  std::string g_ = "g";
  NetworkProgram program_;
};

}  // namespace

NetworkProgram make_update_program(const Optimizer& optimizer, const OptimizerState& state,
                                   const UpdateInputs& inputs) {
  return ProgramWriter(optimizer, state, inputs).write();
}

}  // namespace chainwise::network
