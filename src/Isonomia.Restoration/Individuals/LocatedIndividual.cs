using System.Collections.Immutable;
using Isonomia.Inference.Locating;

namespace Isonomia.Restoration.Individuals;

/// <summary>A person located from a recording, for restoring.</summary>
public static class LocatedIndividual
{
    private const double GoodFit = 2;

    // Where squared misses are ten times what chance leaves, the spectrum is not one of the model's, whatever its parameters.
    private const double WorstFit = 10;

    /// <summary>From a posterior.</summary>
    /// <param name="label">Who.</param>
    /// <param name="posterior">Where the person stands.</param>
    /// <param name="most">The most draws to take, evenly.</param>
    public static Individual Of(string label, Posterior posterior, int most)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var count = Math.Min(most, posterior.Draws.Length);
        var width = posterior.Model.Parameters.Count;
        return new(label, posterior.Model,
            [.. Enumerable.Range(0, count).Select(i => posterior.Draws[(long)i * posterior.Draws.Length / count][..width])]);
    }

    /// <summary>Why nothing can be said of somebody from a posterior; null where something can.</summary>
    /// <param name="posterior">Where the person would stand.</param>
    public static string? WhyNot(Posterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        if (posterior.Diagnostics.WhyNot is { } why)
            return $"the posterior did not converge ({why})";
        return posterior.ReducedChiSquare > WorstFit
            ? "the model does not describe the spectrum (reduced chi-square "
                + FormattableString.Invariant($"{posterior.ReducedChiSquare:0.0}, about 1 for a good fit, at most {WorstFit} accepted)")
            : null;
    }

    /// <summary>What to know before relying on a posterior.</summary>
    /// <param name="posterior">Where the person stands.</param>
    public static ImmutableArray<string> Cautions(Posterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var cautions = ImmutableArray.CreateBuilder<string>();
        if (posterior.ReducedChiSquare > GoodFit)
        {
            cautions.Add(FormattableString.Invariant(
                $"the model does not fit the spectrum well (reduced chi-square {posterior.ReducedChiSquare:0.0}, about 1 for a good fit)"));
        }

        return cautions.ToImmutable();
    }
}
