// Every call that JavaScript can make, by the name that it has there (bindings.cpp). The arguments are those of
// web/engine/api.ts, in its order; those of a network stand behind the network's handle.
#pragma once

#include "wasm/arguments.h"
#include "wasm/json.h"

namespace chainwise::wasm {

// catalog.cpp: everything that `catalog()` lists, from the tables themselves, as bare JSON
Reply catalog(Arguments& in);

// formula_calls.cpp
Reply parse(Arguments& in);
/// With true as the fourth argument the unsimplified form is its node alone.
Reply differentiate(Arguments& in);
Reply evaluate(Arguments& in);
Reply undefined_at(Arguments& in);
Reply sample(Arguments& in);
Reply equivalent(Arguments& in);
/// The error with this code, for what only the caller's side can notice.
Reply error_of(Arguments& in);

// graph_calls.cpp
Reply graph_of(Arguments& in);
Reply backpropagate(Arguments& in);
Reply forward(Arguments& in);
Reply paths(Arguments& in);
Reply explain_gradient(Arguments& in);
Reply prove(Arguments& in);
Reply listing(Arguments& in);

// network_calls.cpp
Reply dataset(Arguments& in);
/// Answers the handle of a new network: a number that is never given twice.
Reply make_network(Arguments& in);
Reply dispose(Arguments& in);
Reply set_data(Arguments& in);
Reply train(Arguments& in);
Reply predict(Arguments& in);
Reply gradients(Arguments& in);
Reply parameters(Arguments& in);
Reply set_parameters(Arguments& in);
Reply set_learning_rate(Arguments& in);
Reply program(Arguments& in);
Reply surface(Arguments& in);
Reply snapshot(Arguments& in);
Reply restore(Arguments& in);

// network_questions.cpp
Reply example_gradients(Arguments& in);
Reply explain(Arguments& in);
Reply landscape(Arguments& in);
Reply line_search(Arguments& in);
Reply try_rate(Arguments& in);
Reply health(Arguments& in);
Reply update_program(Arguments& in);

}  // namespace chainwise::wasm
