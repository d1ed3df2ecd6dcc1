namespace Isonomia.Inference.Locating;

/// <summary>A combination of parameters, and how well it is known.</summary>
/// <param name="VarianceRatio">Variance of the posterior over that of the prior along it: near 0 known, near 1 not.</param>
/// <param name="Loadings">The change of each parameter along it, over the width of its limits; length 1.</param>
public sealed record IdentifiedDirection(double VarianceRatio, double[] Loadings);
