using System.Collections.Immutable;
using Isonomia.Inference.Locating;

namespace Isonomia.Restoration.Individuals;

/// <summary>A person located from a recording, for restoring.</summary>
public static class LocatedIndividual
{
    private const double GoodFit = 2;

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

    /// <summary>What to know before relying on a posterior.</summary>
    /// <param name="posterior">Where the person stands.</param>
    public static ImmutableArray<string> Cautions(Posterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var cautions = ImmutableArray.CreateBuilder<string>();
        if (posterior.Diagnostics.WhyNot is { } why)
            cautions.Add($"the posterior did not converge ({why}); what follows is not to be relied on");
        if (posterior.ReducedChiSquare > GoodFit)
        {
            cautions.Add(FormattableString.Invariant(
                $"the model does not fit the spectrum well (reduced chi-square {posterior.ReducedChiSquare:0.0}, about 1 for a good fit)"));
        }

        return cautions.ToImmutable();
    }
}
