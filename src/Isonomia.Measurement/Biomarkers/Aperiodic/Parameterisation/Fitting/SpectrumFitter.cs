namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>The fitting procedure, with the memory it reuses from spectrum to spectrum. For one thread.</summary>
internal sealed class SpectrumFitter(FrequencyAxis axis, SpectralParameterisationOptions options)
{
    // How far a peak's centre may move from its candidate, in the candidate's standard deviations.
    private const double CentreFreedom = 3;

    // The robust fit keeps the bins at or below this percentile of what stands above the first fit.
    private const double RobustPercentile = 0.025;

    private readonly PeakModel model = new();
    private readonly ReflectiveTrustRegion solver = new(options.Tolerance);
    private readonly List<PeakCandidate> candidates = [];
    private readonly double[] power = new double[axis.Stride];
    private readonly double[] flat = new double[axis.Stride];
    private readonly double[] work = new double[axis.Stride];
    private readonly double[] sorted = new double[axis.Bins];
    private readonly double[] weights = new double[axis.Stride];

    /// <summary>Fits one spectrum, given as linear power on all frequencies.</summary>
    public SpectralFit Fit(ReadOnlySpan<double> spectrum)
    {
        var bins = axis.Bins;
        for (var i = 0; i < bins; i++)
        {
            power[i] = Math.Log10(spectrum[axis.First + i]);
            if (!double.IsFinite(power[i]))
                return None($"the power at {axis.Frequencies[i]:0.###} Hz is zero, negative or not finite");
        }

        axis.Mask.CopyTo(weights);
        if (AperiodicFit.Fit(axis, options, power, axis.Mask, null) is not { } first)
            return None("the first fit of the aperiodic component did not converge");
        KeepLowBins(first);
        if (AperiodicFit.Fit(axis, options, power, weights, first) is not { } robust)
            return None("the robust fit of the aperiodic component did not converge");

        for (var i = 0; i < bins; i++)
            flat[i] = power[i] - robust.At(axis.Logs[i]);
        if (flat.AsSpan(0, bins).ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
            return None("the aperiodic component is not defined over the whole range (negative knee)");
        flat.CopyTo(work, 0);
        PeakSearch.Find(axis, options, work, candidates);
        if (FitPeaks() is not { } peaks)
            return None("the joint fit of the peaks did not converge");

        // What the peaks leave is fitted once more.
        power.CopyTo(work, 0);
        Array.Clear(flat);
        for (var p = 0; p < peaks.Length; p += 3)
        {
            Kernels.GaussianKernel.Subtract(axis.Frequencies, peaks[p + 1], peaks[p], peaks[p + 2], work);
            Kernels.GaussianKernel.Subtract(axis.Frequencies, peaks[p + 1], -peaks[p], peaks[p + 2], flat);
        }

        if (AperiodicFit.Fit(axis, options, work, axis.Mask, null) is not { } last)
            return None("the final fit of the aperiodic component did not converge");
        return Describe(last, peaks);
    }

    /// <summary>Sets the weights to one on the bins that do not stand above a first fit.</summary>
    private void KeepLowBins(AperiodicParameters fit)
    {
        for (var i = 0; i < axis.Bins; i++)
        {
            work[i] = Math.Max(0, power[i] - fit.At(axis.Logs[i]));
            sorted[i] = work[i];
        }

        Array.Sort(sorted);
        var place = RobustPercentile / 100 * (axis.Bins - 1);
        var below = (int)place;
        var threshold = sorted[below] + (place - below) * (sorted[Math.Min(below + 1, axis.Bins - 1)] - sorted[below]);
        for (var i = 0; i < axis.Bins; i++)
            weights[i] = work[i] <= threshold ? 1 : 0;
    }

    private double[]? FitPeaks()
    {
        var n = 3 * candidates.Count;
        if (n == 0)
            return [];
        var x = new double[n];
        Span<double> bounds = n <= 90 ? stackalloc double[2 * n] : new double[2 * n];
        var low = bounds[..n];
        var high = bounds[n..];
        for (var p = 0; p < candidates.Count; p++)
        {
            var (height, centre, width) = candidates[p];
            (x[3 * p], x[3 * p + 1], x[3 * p + 2]) = (height, centre, width);
            (low[3 * p], high[3 * p]) = (0, double.PositiveInfinity);
            low[3 * p + 1] = Math.Max(axis.Low, centre - CentreFreedom * width);
            high[3 * p + 1] = Math.Min(axis.High, centre + CentreFreedom * width);
            (low[3 * p + 2], high[3 * p + 2]) = (options.PeakWidth.Low / 2, options.PeakWidth.High / 2);
        }

        model.Begin(axis, flat, candidates.Count);
        return solver.Minimise(model, x, low, high) ? x : null;
    }

    /// <summary>Gathers the result; <see cref="flat"/> holds the peaks' sum.</summary>
    private SpectralFit Describe(AperiodicParameters last, double[] parameters)
    {
        var bins = axis.Bins;
        var aperiodic = new double[bins];
        var whole = new double[bins];
        var error = 0.0;
        var (meanData, meanModel) = (0.0, 0.0);
        for (var i = 0; i < bins; i++)
        {
            aperiodic[i] = last.At(axis.Logs[i]);
            whole[i] = aperiodic[i] + flat[i];
            error += Math.Abs(whole[i] - power[i]);
            meanData += power[i] / bins;
            meanModel += whole[i] / bins;
        }

        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < bins; i++)
        {
            var (x, y) = (power[i] - meanData, whole[i] - meanModel);
            (xx, yy, xy) = (xx + x * x, yy + y * y, xy + x * y);
        }

        var peaks = new SpectralPeak[parameters.Length / 3];
        for (var p = 0; p < peaks.Length; p++)
        {
            var (height, centre, width) = (parameters[3 * p], parameters[3 * p + 1], parameters[3 * p + 2]);
            var nearest = Math.Clamp((int)Math.Ceiling((centre - axis.Low) / axis.Resolution - 0.5), 0, bins - 1);
            peaks[p] = new SpectralPeak(centre, flat[nearest], 2 * width, height);
        }

        Array.Sort(peaks, (a, b) => a.Frequency.CompareTo(b.Frequency));
        return new SpectralFit
        {
            Frequencies = axis.Frequencies[..bins].ToArray(),
            LogPower = power.AsSpan(0, bins).ToArray(),
            Aperiodic = aperiodic,
            Model = whole,
            Mode = options.Mode,
            Offset = last.Offset,
            Knee = options.Mode == AperiodicMode.Knee ? last.Knee : double.NaN,
            Exponent = last.Exponent,
            Peaks = peaks,
            RSquared = xy * xy / (xx * yy),
            Error = error / bins,
        };
    }

    private SpectralFit None(string why) => new() { Why = why, Mode = options.Mode };
}
