using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// Whether a sample could come from the power law fitted to it (Clauset, Shalizi and Newman 2009, section 4): samples
/// of the same size are drawn, from the fit above xmin and from the sample itself below, and fitted in the same way;
/// p is the share that lies no nearer to its own fit. A small p (they suggest 0.1) speaks against the power law.
/// </summary>
public static class PowerLawTest
{
    /// <summary>The p-value; NaN where there is nothing to compare.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="fit">Its fit.</param>
    /// <param name="refit">How the sample was fitted.</param>
    /// <param name="replicates">How many samples; the standard error of p is at most 0.5 over their root.</param>
    /// <param name="seed">Where the draws start; the result does not depend on the number of threads.</param>
    /// <param name="threads">How many threads may be used.</param>
    /// <param name="cancel">Stops between samples.</param>
    public static double PValue(TailSample sample, PowerLawFit fit, Func<TailSample, PowerLawFit?> refit,
        int replicates, long seed, int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(refit);
        var draws = new PowerLawDraws(fit.Alpha, fit.Xmin, sample.IsDiscrete);
        var below = Below(sample, fit.Xmin);
        var distances = new double[replicates];
        Parallel.For(0, replicates, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
            i => distances[i] = refit(Drawn(sample, below, draws, new RandomStream(seed, "power law", i)))?.Distance
                ?? double.NaN);
        var defined = distances.Count(d => !double.IsNaN(d));
        return defined == 0 ? double.NaN : (double)distances.Count(d => d >= fit.Distance) / defined;
    }

    private static double[] Below(TailSample sample, double xmin)
    {
        var below = new List<double>();
        for (var i = 0; i < sample.From(xmin); i++)
            below.AddRange(Enumerable.Repeat(sample.Values[i], sample.Counts[i]));
        return [.. below];
    }

    private static TailSample Drawn(TailSample sample, double[] below, PowerLawDraws draws, RandomStream stream)
    {
        var inTail = (int)stream.Binomial(sample.Size, (sample.Size - below.Length) / (double)sample.Size);
        var numbers = new double[sample.Size];
        for (var i = 0; i < inTail; i++)
            numbers[i] = draws.Next(stream);
        for (var i = inTail; i < numbers.Length; i++)
            numbers[i] = below[stream.Below(below.Length)];
        return sample.IsDiscrete ? TailSample.OfDrawn(numbers) : TailSample.OfReal(numbers);
    }
}
