using System.Collections.Concurrent;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Fitting;
using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;

/// <summary>
/// Irregular-resampling auto-spectral analysis: a signal resampled by h and by 1/h keeps its aperiodic part in place
/// (but for a factor that the geometric mean of both removes) and moves its rhythms elsewhere, so that the median over
/// many h is the aperiodic part.
/// </summary>
/// <remarks>
/// Wen and Liu 2016, Brain Topography 29:13, doi:10.1007/s10548-015-0448-0, in NeuroDSP's choices: Welch with a Hann
/// window and an overlap of one eighth, polyphase resampling, the line by least squares on log-log axes.
/// </remarks>
public static class Irasa
{
    private const int MostBlocks = 20;
    private const int FewestBlocks = 5;
    private static readonly ConcurrentDictionary<(int Up, int Down), Resampler> Resamplers = new();

    /// <summary>Splits the spectrum of a signal.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="runs">
    /// Its uninterrupted parts. Those too short to hold a window when shortened by the largest factor are left out.
    /// </param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <returns>
    /// The split, or null where no run is long enough. The errors are those of a jackknife over blocks of time, so
    /// that they contain what is not stationary; they are absent where there are fewer than ten windows.
    /// </returns>
    /// <exception cref="ArgumentException">The range holds fewer than three bins up to half the rate.</exception>
    public static IrasaEstimate? Estimate(
        ReadOnlySpan<double> samples,
        double samplingRate,
        IReadOnlyList<SampleRange> runs,
        IrasaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        options ??= new IrasaOptions();
        var length = (int)(options.WindowSeconds * samplingRate);
        var (low, high) = (options.Range.Low, options.Range.High);
        var first = Math.Max(1, (int)Math.Ceiling(low * length / samplingRate - 1e-9));
        var bins = Math.Min((int)Math.Floor(high * length / samplingRate + 1e-9), (length - 1) / 2) - first + 1;
        if (bins < 3)
            throw new ArgumentException($"The range {options.Range} Hz holds fewer than three bins.", nameof(options));
        var steps = Factors(options);
        var least = length * steps[^1] / (double)IrasaOptions.StepsPerUnit;
        var used = runs.Where(r => r.Count >= least).ToArray();
        if (used.Length == 0)
            return null;

        var total = used.Sum(r => (double)r.Count);
        var blocks = (int)Math.Clamp(total / length / 2, 1, MostBlocks);
        var periodograms = new ResampledPeriodograms(length);
        BlockedSpectrum Spectrum(int up, int down, ReadOnlySpan<double> signal)
        {
            var spectrum = new BlockedSpectrum(blocks, bins);
            var resampler = Resamplers.GetOrAdd((up, down), static ratio => new Resampler(ratio.Up, ratio.Down));
            var before = 0.0;
            foreach (var run in used)
            {
                var elapsed = before;
                int BlockOf(double at) => Math.Min(blocks - 1, (int)((elapsed + at) / total * blocks));
                periodograms.Add(signal.Slice(run.First, run.Count), resampler, first, BlockOf, spectrum);
                before += run.Count;
            }

            return spectrum;
        }

        var whole = Spectrum(1, 1, samples);
        var (longer, shorter) = (new BlockedSpectrum[steps.Length], new BlockedSpectrum[steps.Length]);
        for (var i = 0; i < steps.Length; i++)
        {
            longer[i] = Spectrum(steps[i], IrasaOptions.StepsPerUnit, samples);
            shorter[i] = Spectrum(IrasaOptions.StepsPerUnit, steps[i], samples);
        }

        var longerMeans = Array.ConvertAll(longer, s => s.Mean());
        var shorterMeans = Array.ConvertAll(shorter, s => s.Mean());

        double[] frequencies = [.. Enumerable.Range(first, bins).Select(k => k * samplingRate / length)];
        double[] logs = [.. frequencies.Select(f => Math.Log10(f))];
        var scale = 2 / (samplingRate * periodograms.Energy);
        double[] density = [.. whole.Mean().Select(d => scale * d)];
        var aperiodic = Median(longerMeans, shorterMeans, scale);
        var line = Line(logs, aperiodic);
        var left = new List<LineFit>();
        for (var block = 0; block < blocks && blocks >= FewestBlocks; block++)
        {
            left.Add(Line(logs, Median(
                [.. longer.Select((s, i) => s.MeanWithout(block, longerMeans[i]))],
                [.. shorter.Select((s, i) => s.MeanWithout(block, shorterMeans[i]))],
                scale)));
        }

        return new IrasaEstimate(frequencies, density, aperiodic, Jackknife(line, left, l => l.Intercept),
            Jackknife(line, left, l => -l.Slope), line.RSquared, whole.Windows);
    }

    private static int[] Factors(IrasaOptions options)
    {
        var from = (int)Math.Round(options.Factors.Low * IrasaOptions.StepsPerUnit);
        var to = (int)Math.Round(options.Factors.High * IrasaOptions.StepsPerUnit);
        if (from <= IrasaOptions.StepsPerUnit || to < from)
            throw new ArgumentException($"The factors {options.Factors} do not lie above 1.", nameof(options));
        return [.. Enumerable.Range(from, to - from + 1)];
    }

    // The median over factors of the geometric mean of both directions.
    private static double[] Median(double[][] longer, double[][] shorter, double scale)
    {
        var median = new double[longer[0].Length];
        Span<double> means = stackalloc double[longer.Length];
        for (var i = 0; i < median.Length; i++)
        {
            for (var p = 0; p < means.Length; p++)
                means[p] = scale * Math.Sqrt(longer[p][i] * shorter[p][i]);
            median[i] = OrderStatistics.Median(means);
        }

        return median;
    }

    private static LineFit Line(double[] logs, double[] aperiodic) =>
        LeastSquares.Line(logs, [.. aperiodic.Select(a => Math.Log10(a))]);

    private static Measured Jackknife(LineFit line, List<LineFit> left, Func<LineFit, double> quantity)
    {
        var value = quantity(line);
        if (left.Count < FewestBlocks)
            return Measured.Of(value);
        double[] values = [.. left.Select(quantity)];
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) * (values.Length - 1) / values.Length);
        if (!double.IsFinite(error))
            return Measured.Of(value);
        var reach = error * StudentT.InvCDF(0, 1, values.Length - 1, 0.975);
        return Measured.Of(value) with { StandardError = error, Confidence95 = (value - reach, value + reach) };
    }
}
