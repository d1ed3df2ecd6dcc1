using Isonomia.Numerics.Spectra;

namespace Isonomia.Measurement.Assays.Spectroscopy;

/// <summary>A magnitude spectrum over chemical shift.</summary>
/// <param name="Shifts">In ppm, falling.</param>
/// <param name="Magnitudes">As many.</param>
public sealed record MetaboliteSpectrum(double[] Shifts, double[] Magnitudes)
{
    // Where water resonates at body temperature.
    private const double WaterShift = 4.68;
    private const int FewestPoints = 8192;

    /// <summary>
    /// The spectrum of a decay: eddy currents taken out by the phase of water's (Klose 1990 Magn Reson Med,
    /// doi:10.1002/mrm.1910140104) where that was measured, zero-filled, transformed; shifts are from water at 4.68
    /// ppm.
    /// </summary>
    public static MetaboliteSpectrum Of(PhilipsSpectrum scan, PhilipsSpectrum? water)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var points = Math.Max(FewestPoints, scan.Re.Length);
        var (re, im) = (new double[points], new double[points]);
        for (var t = 0; t < scan.Re.Length; t++)
        {
            var (cos, sin) = (1.0, 0.0);
            if (water is not null && t < water.Re.Length)
            {
                var size = Math.Sqrt((water.Re[t] * water.Re[t]) + (water.Im[t] * water.Im[t]));
                if (size > 0)
                    (cos, sin) = (water.Re[t] / size, water.Im[t] / size);
            }

            // Times the conjugate of the water's phase.
            (re[t], im[t]) = ((scan.Re[t] * cos) + (scan.Im[t] * sin), (scan.Im[t] * cos) - (scan.Re[t] * sin));
        }

        ComplexFft.OfLength(points).Forward(re, im);
        var (shifts, magnitudes) = (new double[points], new double[points]);
        for (var k = 0; k < points; k++)
        {
            // From the lowest frequency, the highest shift, on.
            var bin = (k + (points / 2)) % points;
            var frequency = (k - (points / 2)) * scan.SamplingRate / points;
            shifts[k] = WaterShift + (-frequency / scan.FieldHz * 1e6);
            magnitudes[k] = Math.Sqrt((re[bin] * re[bin]) + (im[bin] * im[bin]));
        }

        return new MetaboliteSpectrum(shifts, magnitudes);
    }

    /// <summary>The highest point between two shifts.</summary>
    public (double Shift, double Height) Peak(double low, double high)
    {
        var best = -1;
        for (var k = 0; k < Shifts.Length; k++)
        {
            if (Shifts[k] >= low && Shifts[k] <= high && (best < 0 || Magnitudes[k] > Magnitudes[best]))
                best = k;
        }

        return best < 0 ? (double.NaN, double.NaN) : (Shifts[best], Magnitudes[best]);
    }

    /// <summary>Standard deviation where nothing resonates, between two shifts.</summary>
    public double Noise(double low, double high)
    {
        double[] quiet = [.. Magnitudes.Where((_, k) => Shifts[k] >= low && Shifts[k] <= high)];
        return quiet.Length > 1 ? Numerics.Statistics.Descriptive.StandardDeviation(quiet, 1) : double.NaN;
    }
}
