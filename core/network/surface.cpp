#include "core/network/surface.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/network/options.h"

namespace chainwise::network {
namespace {

/// Which unit of which layer is shown.
struct Shown {
  std::size_t layer, unit;
};

Result<Shown> shown_unit(const Model& model, const SurfaceRegion& region) {
  const std::size_t last = model.layers.size() - 1;
  const std::size_t layer = region.layer.value_or(last);
  if (Status status = check_range("layer", static_cast<double>(layer), 0.0, static_cast<double>(last)); !status)
    return status.error();
  const bool inner = region.layer.has_value();
  const std::size_t unit = inner ? region.unit.value_or(0) : region.output;
  if (Status status = check_range(inner ? "unit" : "output", static_cast<double>(unit), 0.0,
                                  static_cast<double>(model.layers[layer].units - 1));
      !status)
    return status.error();
  return Shown{layer, unit};
}

Status check_region(const SurfaceRegion& region) {
  for (const auto& [what, size] : {std::pair{"columns", region.columns}, {"rows", region.rows}})
    if (Status status = check_range(what, static_cast<double>(size), 1.0, kMaxExamples); !status) return status;
  if (region.columns * region.rows > kMaxExamples || region.columns > kMaxExamples / region.rows)
    return make_error("too-many", {{"what", "columns times rows"},
                                   {"limit", std::to_string(kMaxExamples)},
                                   {"actual", std::to_string(region.columns) + " x " + std::to_string(region.rows)}});
  for (const auto& [what, pair] : {std::pair{"from", region.from}, {"to", region.to}})
    for (int axis = 0; axis < 2; ++axis)
      if (Status status = check_range(what, pair[axis], -1e300, 1e300); !status) return status;
  return success();
}

double step(const SurfaceRegion& region, int axis, std::size_t count) {
  return count > 1 ? (region.to[axis] - region.from[axis]) / static_cast<double>(count - 1) : 0.0;
}

}  // namespace

Result<std::vector<float>> make_surface(const Model& model, const double* theta, const SurfaceRegion& region,
                                        Workspace& workspace) {
  if (Status status = check_region(region); !status) return status.error();
  const auto shown = shown_unit(model, region);
  if (!shown) return shown.error();
  const auto [layer, unit] = shown.value();
  std::vector<double> x(region.columns);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = region.from[0] + step(region, 0, x.size()) * static_cast<double>(i);
  const double dy = step(region, 1, region.rows);
  std::vector<float> image(region.columns * region.rows);
  for (std::size_t first = 0; first < image.size(); first += kChunk) {
    const std::size_t count = std::min(kChunk, image.size() - first);
    workspace.resize(count);
    for (std::size_t i = 0; i < model.input_size; ++i) std::fill_n(workspace.input(i), workspace.lanes(), 0.0);
    for (std::size_t e = 0; e < count;) {  // as many points as the row still has
      const std::size_t row = (first + e) / x.size(), column = (first + e) % x.size();
      const std::size_t run = std::min(count - e, x.size() - column);
      std::copy_n(x.data() + column, run, workspace.input(0) + e);
      if (model.input_size > 1)
        std::fill_n(workspace.input(1) + e, run, region.from[1] + dy * static_cast<double>(row));
      e += run;
    }
    forward(model, theta, workspace, layer + 1);
    const double* a = workspace.a[layer + 1].data() + unit * workspace.lanes();
    for (std::size_t e = 0; e < count; ++e) image[first + e] = static_cast<float>(a[e]);
  }
  return image;
}

}  // namespace chainwise::network
