using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Locating;

/// <summary>How a posterior reads in words.</summary>
internal static class LocatedWords
{
    public static string Interval(Marginal marginal) =>
        $"{NumberText.Significant(marginal.Median)} ({NumberText.Significant(marginal.Q05)} to {NumberText.Significant(marginal.Q95)})";

    public static string Fit(double chiSquare) => chiSquare switch
    {
        < 1.5 => "The model fits: what is left is what averaging leaves to chance.",
        < 3 => "The model fits roughly: some of the spectrum's shape is not in it, and the intervals are somewhat too narrow.",
        _ => "The model does not fit: the spectrum has shape that it cannot make. Do not lean on these intervals.",
    };

    public static string Instability(Posterior posterior)
    {
        var (kind, probability, frequency) = posterior.NearestInstability;
        var name = kind == Stability.SaddleNode
            ? "slow activity that runs away without oscillating"
            : $"an oscillation at {NumberText.Fixed(frequency, 1)} Hz";
        return $"The least damped mode is {name} (in {NumberText.Fixed(100 * probability, 0)} % of the posterior); it decays at "
            + $"{Interval(posterior.Margin)} per second.";
    }

    public static string Direction(Posterior posterior, IdentifiedDirection direction)
    {
        var parts = direction.Loadings.Select((l, i) => (Loading: l, Name: posterior.Names[i]))
            .Where(p => Math.Abs(p.Loading) > 0.25).OrderByDescending(p => Math.Abs(p.Loading))
            .Select(p => $"{p.Name} {(p.Loading > 0 ? "up" : "down")}");
        return string.Join(", ", parts);
    }
}
