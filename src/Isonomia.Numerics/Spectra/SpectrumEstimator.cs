using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Spectra;

/// <summary>
/// Averages periodograms of windows over any number of contiguous runs; a window never spans two runs. Each window is
/// seen through one taper (Welch) or several (multitaper). Not for use by several threads at once.
/// </summary>
public abstract class SpectrumEstimator
{
    private readonly double samplingRate;
    private readonly int length;
    private readonly int hop;
    private readonly double[][] tapers;
    private readonly Detrending detrending;
    private readonly ComplexFft fft;
    private readonly double[] power;
    private readonly List<double[]>? each;
    private readonly List<int> windowsInRun = [];

    /// <summary>Prepares for windows as long as the tapers.</summary>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="overlap">Samples that neighbouring windows share.</param>
    /// <param name="tapers">Tapers whose energies add up to 1: their periodograms are summed.</param>
    /// <param name="detrending">What is taken from each window first.</param>
    /// <param name="averaging">Over windows.</param>
    private protected SpectrumEstimator(
        double samplingRate, int overlap, double[][] tapers, Detrending detrending, SegmentAveraging averaging)
    {
        if (!(samplingRate > 0 && double.IsFinite(samplingRate)))
            throw new ArgumentOutOfRangeException(nameof(samplingRate), samplingRate, "must be positive and finite");
        this.samplingRate = samplingRate;
        length = tapers[0].Length;
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(overlap, length);
        hop = length - overlap;
        this.tapers = tapers;
        this.detrending = detrending;
        fft = ComplexFft.OfLength(length);
        power = new double[length];
        each = averaging == SegmentAveraging.Median ? [] : null;
    }

    /// <summary>Whole windows seen so far.</summary>
    public int Windows { get; private set; }

    /// <summary>Whether there is anything to estimate from: at least one whole window.</summary>
    public bool HasEnough => Windows > 0;

    /// <summary>Takes in one contiguous run; a remainder shorter than a window at its end is left out.</summary>
    public void Add(ReadOnlySpan<double> run)
    {
        if (run.Length < length)
            return;
        var count = 1 + ((run.Length - length) / hop);
        var stride = length + 24;
        using var scratch = Scratch.Rent(2 * stride);
        var re = scratch.Slice(0, length);
        var im = scratch.Slice(stride, length);
        var filled = false;
        for (var window = 0; window < count; window++)
        {
            var segment = run.Slice(window * hop, length);
            var (level, slope) = Trend(segment);
            foreach (var taper in tapers)
            {
                // Two real sequences share one complex transform: their powers are told apart only on folding.
                Elementwise.Taper(segment, level, slope, taper, filled ? im : re);
                if (filled)
                    AddPower(re, im);
                filled = !filled;
            }

            if (filled && (each is not null || window == count - 1))
            {
                im.Clear();
                AddPower(re, im);
                filled = false;
            }

            if (each is not null)
            {
                each.Add(Folded(1));
                Array.Clear(power);
            }
        }

        windowsInRun.Add(count);
        Windows += count;
    }

    /// <summary>The spectrum of all windows so far; more may be added afterwards.</summary>
    /// <exception cref="InvalidOperationException">There is no whole window: see <see cref="HasEnough"/>.</exception>
    public PowerSpectrum Estimate()
    {
        if (!HasEnough)
            throw new InvalidOperationException($"no run was as long as a window of {length} samples");
        var density = each is null ? Folded(Windows) : Medians(each);
        var resolution = samplingRate / length;
        var frequencies = new double[density.Length];
        for (var k = 0; k < frequencies.Length; k++)
            frequencies[k] = k * samplingRate / length;
        var effective = IndependentAverages();
        if (each is not null)
        {
            // The median of many exponential variates scatters by 1/ln 2 more than their mean.
            effective = Math.Max(1, effective * Math.Log(2) * Math.Log(2));
        }

        return new PowerSpectrum(frequencies, density, samplingRate, resolution, Windows, effective);
    }

    private static double[] Medians(List<double[]> windows)
    {
        var median = new double[windows[0].Length];
        var column = new double[windows.Count];
        var half = windows.Count / 2;
        var bias = 1.0;
        for (var i = 1; i <= (windows.Count - 1) / 2; i++)
            bias += (1.0 / ((2 * i) + 1)) - (1.0 / (2 * i));
        for (var k = 0; k < median.Length; k++)
        {
            for (var i = 0; i < column.Length; i++)
                column[i] = windows[i][k];
            Array.Sort(column);
            median[k] = (windows.Count % 2 == 1 ? column[half] : (column[half - 1] + column[half]) / 2) / bias;
        }

        return median;
    }

    private (double Level, double Slope) Trend(ReadOnlySpan<double> segment)
    {
        if (detrending == Detrending.None)
            return (0, 0);
        var mean = Sums.Of(segment) / length;
        if (detrending == Detrending.Constant || length < 2)
            return (mean, 0);
        var centre = (length - 1) / 2.0;
        var slope = (Sums.OfMoments(segment) - (centre * mean * length))
            / (length * (((double)length * length) - 1) / 12);
        return (mean - (slope * centre), slope);
    }

    private void AddPower(Span<double> re, Span<double> im)
    {
        fft.Forward(re, im);
        Elementwise.AddPower(re, im, power);
    }

    /// <summary>|Z_k|^2 + |Z_(n-k)|^2 of z = a + ib is 2 |A_k|^2 + 2 |B_k|^2: half of it, twice for one side.</summary>
    private double[] Folded(int windows)
    {
        var scale = 1 / (samplingRate * windows);
        var density = new double[(length / 2) + 1];
        density[0] = power[0] * scale;
        for (var k = 1; k < density.Length; k++)
            density[k] = (2 * k == length ? power[k] : power[k] + power[length - k]) * scale;
        return density;
    }

    /// <summary>
    /// 1 over the relative variance of the average for Gaussian white noise: windows j hops apart correlate by
    /// sum over taper pairs of (sum_t a_t b_(t + j hop))^2.
    /// </summary>
    private double IndependentAverages()
    {
        var variance = 0.0;
        for (var apart = 0; apart * hop < length; apart++)
        {
            var pairs = windowsInRun.Sum(count => (double)Math.Max(0, count - apart)) * (apart == 0 ? 1 : 2);
            if (pairs == 0)
                break;
            var correlation = 0.0;
            foreach (var a in tapers)
            {
                foreach (var b in tapers)
                {
                    var product = Sums.OfProducts(a.AsSpan(0, length - (apart * hop)), b.AsSpan(apart * hop));
                    correlation += product * product;
                }
            }

            variance += pairs * correlation;
        }

        return Windows * (double)Windows / variance;
    }
}
