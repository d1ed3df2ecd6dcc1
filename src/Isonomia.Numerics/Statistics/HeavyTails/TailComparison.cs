using MathNet.Numerics;

namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>A power law beside another form of the same tail, by the ratio of their likelihoods.</summary>
/// <param name="Form">The other form's name.</param>
/// <param name="LogRatio">Log-likelihood of the power law less that of the other: above 0 the power law fits better.
/// </param>
/// <param name="Normalised">The ratio over its standard deviation, normal if both fit alike (Vuong 1989).</param>
/// <param name="P">How probable so large a ratio of either sign is then; for a form that holds the power law as a case,
/// how probable so large a gain is if the power law is true.</param>
public sealed record TailComparison(string Form, double LogRatio, double Normalised, double P)
{
    /// <summary>Compares; null where the other form could not be fitted.</summary>
    public static TailComparison? Of(TailSample sample, PowerLawFit powerLaw, TailForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Fit(sample, powerLaw) is not { } other)
            return null;
        var from = sample.From(powerLaw.Xmin);
        var norm = PowerLaw.LogNormalisation(powerLaw.Alpha, powerLaw.Xmin, sample.IsDiscrete);
        double n = sample.AtOrAbove[from];
        var ratios = new double[other.Length];
        var sum = 0.0;
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = -powerLaw.Alpha * sample.Logs[from + i] - norm - other[i];
            sum += sample.Counts[from + i] * ratios[i];
        }

        var squares = 0.0;
        for (var i = 0; i < ratios.Length; i++)
            squares += sample.Counts[from + i] * Math.Pow(ratios[i] - sum / n, 2);
        var spread = Math.Sqrt(squares);
        // Twice the gain of a form that holds the power law is chi-squared with one degree of freedom.
        var p = form.HoldsPowerLaw
            ? SpecialFunctions.Erfc(Math.Sqrt(Math.Max(0, -sum)))
            : SpecialFunctions.Erfc(Math.Abs(sum) / spread / Math.Sqrt(2));
        return new TailComparison(form.Name, sum, sum / spread, p);
    }
}
