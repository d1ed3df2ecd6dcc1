using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>
/// Morlet's wavelet at one frequency, in MNE-Python's convention: five standard deviations to either side, less what
/// makes its mean nought, of norm sqrt(2). It meets a trial by the transform, beyond whose ends the trial is nought.
/// </summary>
internal sealed class Morlet
{
    private const double StandardDeviations = 5;
    private readonly ComplexFft fft;
    private readonly double[] re;
    private readonly double[] im;
    private readonly int half;
    private readonly int samples;

    /// <summary>Prepares for trials of a length.</summary>
    /// <param name="frequency">In Hz.</param>
    /// <param name="cycles">Cycles within two pi standard deviations.</param>
    /// <param name="samplingRate">In Hz.</param>
    /// <param name="samples">Samples of a trial.</param>
    public Morlet(double frequency, double cycles, double samplingRate, int samples)
    {
        this.samples = samples;
        var sigma = cycles / (2 * Math.PI * frequency);
        half = (int)Math.Ceiling(StandardDeviations * sigma * samplingRate) - 1;
        fft = ComplexFft.OfLength(FastLength.Next(samples + (2 * half)));
        (re, im) = (new double[fft.Length], new double[fft.Length]);
        var (norm, offset) = (0.0, Math.Exp(-2 * Math.Pow(Math.PI * frequency * sigma, 2)));
        for (var k = -half; k <= half; k++)
        {
            var t = k / samplingRate;
            var gauss = Math.Exp(-t * t / (2 * sigma * sigma));
            var (sin, cos) = Math.SinCos(2 * Math.PI * frequency * t);
            var (r, i) = (gauss * (cos - offset), gauss * sin);
            (re[k + half], im[k + half]) = (r, i);
            norm += (r * r) + (i * i);
        }

        var scale = 1 / Math.Sqrt(0.5 * norm);
        for (var k = 0; k < re.Length; k++)
            (re[k], im[k]) = (re[k] * scale, im[k] * scale);
        fft.Forward(re, im);
    }

    /// <summary>The wavelet's response at every sample of a trial.</summary>
    public (double[] Re, double[] Im) Respond(ReadOnlySpan<double> trial)
    {
        var (r, i) = (new double[fft.Length], new double[fft.Length]);
        trial.CopyTo(r);
        fft.Forward(r, i);
        for (var k = 0; k < r.Length; k++)
            (r[k], i[k]) = ((r[k] * re[k]) - (i[k] * im[k]), (r[k] * im[k]) + (i[k] * re[k]));

        // The inverse by swapping the parts.
        fft.Forward(i, r);
        var scale = 1.0 / fft.Length;
        double[] Middle(double[] all) => [.. all.Skip(half).Take(samples).Select(v => v * scale)];
        return (Middle(r), Middle(i));
    }
}
