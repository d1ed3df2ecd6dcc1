using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Filtering;

/// <summary>
/// Linear-phase FIR filters by the window method: the ideal impulse response, cut to length and tapered. Results are
/// symmetric taps, for <see cref="ZeroPhaseFir"/>.
/// </summary>
public static class FirDesign
{
    /// <summary>A filter of any number of bands, with the conventions of scipy.signal.firwin.</summary>
    /// <param name="taps">Length; must be odd where half the sampling rate lies in a pass band.</param>
    /// <param name="cutoffs">
    /// Frequencies in Hz, ascending, between 0 and half the sampling rate; the gain is one half there.
    /// </param>
    /// <param name="passZero">Whether the lowest band passes; bands then alternate.</param>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="window">The taper; Hamming where null.</param>
    /// <param name="scale">Whether the gain at the centre of the first pass band is made exactly 1.</param>
    /// <exception cref="ArgumentException">Lengths or frequencies are out of range or order.</exception>
    public static double[] Windowed(
        int taps,
        ReadOnlySpan<double> cutoffs,
        bool passZero,
        double samplingRate,
        WindowFunction? window = null,
        bool scale = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(taps, 1);
        var nyquist = samplingRate / 2;
        for (var i = 0; i < cutoffs.Length; i++)
        {
            if (!(cutoffs[i] > (i == 0 ? 0 : cutoffs[i - 1]) && cutoffs[i] < nyquist))
            {
                throw new ArgumentException(
                    $"cutoff {cutoffs[i]} Hz: must ascend between 0 and half the sampling rate, {nyquist} Hz",
                    nameof(cutoffs));
            }
        }

        var passNyquist = passZero == (cutoffs.Length % 2 == 0);
        if (passNyquist && taps % 2 == 0)
            throw new ArgumentException("to pass half the sampling rate a filter needs an odd length", nameof(taps));
        List<double> edges = [];
        if (passZero)
            edges.Add(0);
        foreach (var cutoff in cutoffs)
            edges.Add(cutoff / nyquist);
        if (passNyquist)
            edges.Add(1);

        var taper = Window.Create(window ?? WindowFunction.Hamming, taps, periodic: false);
        var h = new double[taps];
        var centre = 0.5 * (taps - 1);
        for (var band = 0; band < edges.Count; band += 2)
        {
            for (var i = 0; i < taps; i++)
                h[i] += Sinc(edges[band + 1], i - centre) - Sinc(edges[band], i - centre);
        }

        for (var i = 0; i < taps; i++)
            h[i] *= taper[i];
        if (scale)
            ScaleToOne(h, edges[0] == 0 ? 0 : edges[1] == 1 ? 1 : 0.5 * (edges[0] + edges[1]));
        return h;
    }

    /// <summary>
    /// The default design of MNE-Python's <c>create_filter</c> (Hamming-windowed, zero phase, automatic transition
    /// bands and length): low-pass where only <paramref name="high"/> is given, high-pass where only
    /// <paramref name="low"/>, band-pass where low &lt; high, band-stop where low &gt; high.
    /// </summary>
    /// <param name="low">Lower edge of the pass band, Hz.</param>
    /// <param name="high">Upper edge of the pass band, Hz.</param>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="lowTransition">Width of the lower transition, Hz; min(max(low/4, 2), low) where null.</param>
    /// <param name="highTransition">Of the upper one; min(max(high/4, 2), samplingRate/2 - high) where null.</param>
    /// <exception cref="ArgumentException">Edges or transitions do not fit below half the sampling rate.</exception>
    public static double[] Mne(
        double? low, double? high, double samplingRate, double? lowTransition = null, double? highTransition = null)
    {
        var nyquist = samplingRate / 2;
        if (low is null && high is null)
            throw new ArgumentException("neither a lower nor an upper edge is given", nameof(low));
        if (low is { } stopHigh && high is { } stopLow && stopHigh > stopLow)
        {
            return BandStop(
                [stopLow],
                [stopHigh],
                samplingRate,
                highTransition ?? LowTransition(stopLow),
                lowTransition ?? HighTransition(stopHigh, nyquist));
        }

        var response = new StepResponse(samplingRate);
        var narrowest = double.PositiveInfinity;
        if (low is { } l)
        {
            var width = lowTransition ?? LowTransition(l);
            Require(l > 0 && width > 0 && l - width >= 0, $"lower edge {l} Hz with a transition of {width} Hz");
            response.Step(l - width, l, rising: true);
            narrowest = width;
        }

        if (high is { } h)
        {
            var width = highTransition ?? HighTransition(h, nyquist);
            var fits = h < nyquist && width > 0 && h + width <= nyquist;
            Require(fits, $"upper edge {h} Hz with a transition of {width} Hz");
            response.Step(h, h + width, rising: false);
            narrowest = Math.Min(narrowest, width);
        }

        return response.Design(Length(narrowest, samplingRate));
    }

    /// <summary>
    /// The default design of MNE-Python's <c>notch_filter</c>: a stop band around each frequency.
    /// </summary>
    /// <param name="frequencies">Centres, Hz.</param>
    /// <param name="samplingRate">Hz.</param>
    /// <param name="width">Of each stop band, Hz; a 200th of its centre where null.</param>
    /// <param name="transition">Both transitions of a stop band together, Hz.</param>
    /// <exception cref="ArgumentException">Bands overlap or do not fit below half the sampling rate.</exception>
    public static double[] MneNotch(
        ReadOnlySpan<double> frequencies, double samplingRate, double? width = null, double transition = 1)
    {
        var half = transition / 2;
        var lows = new double[frequencies.Length];
        var highs = new double[frequencies.Length];
        for (var i = 0; i < frequencies.Length; i++)
        {
            var wide = width ?? (frequencies[i] / 200);
            lows[i] = frequencies[i] - (wide / 2) - half;
            highs[i] = frequencies[i] + (wide / 2) + half;
        }

        return BandStop(lows, highs, samplingRate, half, half);
    }

    private static double[] BandStop(
        double[] lows, double[] highs, double samplingRate, double lowTransition, double highTransition)
    {
        var response = new StepResponse(samplingRate);
        for (var i = 0; i < lows.Length; i++)
        {
            var fits = lows[i] > (i == 0 ? 0 : highs[i - 1]) && highs[i] <= samplingRate / 2
                && lowTransition > 0 && highTransition > 0
                && lows[i] + lowTransition <= highs[i] - highTransition;
            Require(fits, $"stop band from {lows[i]} to {highs[i]} Hz");
            response.Step(lows[i], lows[i] + lowTransition, rising: false);
            response.Step(highs[i] - highTransition, highs[i], rising: true);
        }

        return response.Design(Length(Math.Min(lowTransition, highTransition), samplingRate));
    }

    private static double LowTransition(double low) => Math.Min(Math.Max(0.25 * low, 2), low);

    private static double HighTransition(double high, double nyquist) =>
        Math.Min(Math.Max(0.25 * high, 2), nyquist - high);

    private static int Length(double transition, double samplingRate) =>
        Math.Max((int)Math.Ceiling(StepResponse.HammingFactor / transition * samplingRate), 1) | 1;

    private static void Require(bool fits, string what)
    {
        if (!fits)
            throw new ArgumentException($"{what} does not fit between 0, its neighbours and half the sampling rate");
    }

    private static void ScaleToOne(double[] h, double frequency)
    {
        var centre = 0.5 * (h.Length - 1);
        var gain = 0.0;
        for (var i = 0; i < h.Length; i++)
            gain += h[i] * Math.Cos(Math.PI * (i - centre) * frequency);
        for (var i = 0; i < h.Length; i++)
            h[i] /= gain;
    }

    /// <summary>edge sinc(edge m), the ideal low-pass response, edge as a share of half the sampling rate.</summary>
    private static double Sinc(double edge, double m) =>
        m == 0 || edge == 0 ? edge : Math.Sin(Math.PI * edge * m) / (Math.PI * m);
}
