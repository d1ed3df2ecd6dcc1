using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Models;

namespace Isonomia.Inference.Locating;

/// <summary>
/// Where an individual stands: equally weighted draws of a model's parameters given a spectrum, and what follows from
/// each. A posterior that did not converge says so in <see cref="Diagnostics"/> and is not to be used as one.
/// </summary>
public sealed class Posterior
{
    internal Posterior(SpectralModel model, ObservedSpectrum observed, string likelihood, double[][] draws,
        PosteriorDiagnostics diagnostics)
    {
        (Model, Observed, Likelihood, Draws, Diagnostics) = (model, observed, likelihood, draws, diagnostics);
        Names = [.. model.Parameters.Select(p => p.Name), Electrode.MuscleParameter.Name];
        Units = [.. model.Parameters.Select(p => p.Unit), Electrode.MuscleParameter.Unit];
    }

    /// <summary>The model.</summary>
    public SpectralModel Model { get; }

    /// <summary>What was observed.</summary>
    public ObservedSpectrum Observed { get; }

    /// <summary>Name of the likelihood.</summary>
    public string Likelihood { get; }

    /// <summary>Names of the parameters: the model's, and A_EMG last.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Their units.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>Draws x parameters.</summary>
    public double[][] Draws { get; }

    /// <summary>Draws x coordinates, in the order of the model's.</summary>
    public required double[][] Coordinates { get; init; }

    /// <summary>Stability at each draw.</summary>
    public required Stability[] Stabilities { get; init; }

    /// <summary>The factor from the model's spectrum to the density observed, at each draw.</summary>
    public required double[] Scales { get; init; }

    /// <summary>The logarithm of the likelihood at each draw.</summary>
    public required double[] LogLikelihoods { get; init; }

    /// <summary>Expected periodograms at each draw, scaled: draws x observed frequencies.</summary>
    public required double[][] Predictions { get; init; }

    /// <summary>The model's evidence; null unless it was asked for.</summary>
    public ModelEvidence? Evidence { get; init; }

    /// <summary>Whether the sampler has done its work.</summary>
    public PosteriorDiagnostics Diagnostics { get; }

    /// <summary>The draw of greatest likelihood.</summary>
    public int Best => Array.IndexOf(LogLikelihoods, LogLikelihoods.Max());

    /// <summary>
    /// Squared misses of the best draw in units of what averaging leaves to chance, over the degrees of freedom: about 1
    /// where the model fits, much above 1 where it does not.
    /// </summary>
    public double ReducedChiSquare
    {
        get
        {
            var (sum, counted, best) = (0.0, 0, Predictions[Best]);
            for (var i = 0; i < best.Length; i++)
            {
                if (!Observed.Counts[i])
                    continue;
                var miss = (Observed.Density[i] / best[i]) - 1;
                sum += miss * miss;
                counted++;
            }

            var weight = ObservedSpectrum.Independence;
            return Observed.EffectiveAverages * weight * sum / Math.Max(1, (weight * counted) - Names.Count - 1);
        }
    }

    /// <summary>A parameter's distribution.</summary>
    /// <param name="index">Which one, as in <see cref="Names"/>.</param>
    public Marginal Parameter(int index) => Marginal.Of(Draws.Select(d => d[index]));

    /// <summary>A coordinate's distribution.</summary>
    /// <param name="index">Which one, as in the model's.</param>
    public Marginal Coordinate(int index) => Marginal.Of(Coordinates.Select(d => d[index]));

    /// <summary>The distribution of the margin to the nearest instability, in 1/s.</summary>
    public Marginal Margin => Marginal.Of(Stabilities.Select(s => s.Margin));

    /// <summary>The instability that is nearest in most draws: its kind, in what part of them, and its frequency.</summary>
    public (string Kind, double Probability, double FrequencyHz) NearestInstability
    {
        get
        {
            var most = Stabilities.GroupBy(s => s.Kind).OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal).First();
            return (most.Key, most.Count() / (double)Stabilities.Length, Marginal.Of(most.Select(s => s.FrequencyHz)).Median);
        }
    }

    /// <summary>Quantiles over draws of the expected periodogram at each observed frequency.</summary>
    /// <param name="probability">Which quantile.</param>
    public double[] PredictionQuantile(double probability) => [.. Enumerable.Range(0, Observed.Count)
        .Select(i => Marginal.Quantile([.. Predictions.Select(p => p[i]).Order()], probability))];
}
