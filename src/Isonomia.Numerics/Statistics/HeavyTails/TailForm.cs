using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// A form that a tail may have instead of a power law, fitted by maximum likelihood to the same numbers. Parameters are
/// chosen so that a power law is a corner of the form and not at infinity: searches then converge on power laws too.
/// </summary>
public abstract class TailForm
{
    private const int MostSteps = 2000;

    /// <summary>Those that a power law is compared with.</summary>
    public static IReadOnlyList<TailForm> All { get; } =
        [new ExponentialTail(), new LogNormalTail(), new StretchedExponentialTail(), new TruncatedPowerLawTail()];

    /// <summary>Its name, as in the output.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a power law is a case of it; it then cannot fit worse.</summary>
    public virtual bool HoldsPowerLaw => false;

    /// <summary>Where a search begins, in the search's own coordinates.</summary>
    /// <param name="powerLaw">The power law fitted to the same numbers.</param>
    /// <param name="meanExcess">The mean of the numbers less xmin.</param>
    protected abstract double[] Start(PowerLawFit powerLaw, double meanExcess);

    /// <summary>The log density (or log probability, of whole numbers) at given coordinates.</summary>
    protected abstract Func<double, double> LogDensity(double[] at, double xmin, bool isDiscrete);

    /// <summary>Fits the numbers that the power law was fitted to.</summary>
    /// <returns>The log density of each distinct value; null where no maximum was found.</returns>
    public double[]? Fit(TailSample sample, PowerLawFit powerLaw)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(powerLaw);
        var from = sample.From(powerLaw.Xmin);
        double n = sample.AtOrAbove[from];
        var mean = 0.0;
        for (var i = from; i < sample.Values.Length; i++)
            mean += sample.Counts[i] / n * (sample.Values[i] - powerLaw.Xmin);
        var best = Start(powerLaw, mean);
        if (best.Length > 1)
        {
            // A simplex that has shrunk onto a slope is begun anew from where it stopped.
            for (var round = 0; round < 3; round++)
            {
                if (Minimise(at => -LogLikelihood(sample, from, powerLaw.Xmin, at), best) is not { } found)
                    return null;
                best = found;
            }
        }

        return LogDensities(sample, from, LogDensity(best, powerLaw.Xmin, sample.IsDiscrete));
    }

    private double LogLikelihood(TailSample sample, int from, double xmin, double[] at)
    {
        var density = LogDensity(at, xmin, sample.IsDiscrete);
        var sum = 0.0;
        for (var i = from; i < sample.Values.Length; i++)
            sum += sample.Counts[i] * density(sample.Values[i]);
        // Far from any data probabilities vanish; a finite wall leads the search back.
        return double.IsFinite(sum) ? sum : -1e100;
    }

    private static double[] LogDensities(TailSample sample, int from, Func<double, double> density)
    {
        var logs = new double[sample.Values.Length - from];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = density(sample.Values[from + i]);
        return logs;
    }

    private static double[]? Minimise(Func<double[], double> function, double[] start)
    {
        var simplex = new NelderMeadSimplex(1e-9, MostSteps);
        try
        {
            return simplex.FindMinimum(
                ObjectiveFunction.Value(at => function(at.AsArray())),
                Vector<double>.Build.DenseOfArray(start),
                Vector<double>.Build.Dense(start.Length, 0.3)).MinimizingPoint.ToArray();
        }
        catch (MaximumIterationsException)
        {
            return null;
        }
    }
}
