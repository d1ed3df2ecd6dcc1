using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Assays.Spectroscopy;

/// <summary>A Philips spectroscopy scan: its spectrum and where its main peaks stand.</summary>
internal static class SpectroscopyAssay
{
    private static readonly (string Name, string Title, double Low, double High)[] Peaks =
    [
        ("naa", "NAA", 1.9, 2.15), ("creatine", "Cr", 2.95, 3.1), ("choline", "Cho", 3.14, 3.3), ("glx", "Glx", 2.2, 2.5),
    ];

    private static readonly BiomarkerDefinition Definition = new(
        "Spectrum of metabolites (MRS)",
        "Magnitude of the transform of the free induction decay, corrected by the water's phase, zero-filled; shift = 4.68 ppm - "
        + "f/f0; heights are relative to creatine's",
        Direction.Undecided,
        Evidence.Weak,
        "Klose 1990 Magn Reson Med, doi:10.1002/mrm.1910140104; shifts: Govindaraju et al. 2000 NMR Biomed, "
        + "doi:10.1002/1099-1492(200005)13:3<129::AID-NBM619>3.0.CO;2-V",
        "Heights of overlapping lines are not concentrations: fit the spectrum (LCModel, Osprey) and measure the table of "
        + "concentrations. GABA cannot be told from its neighbours without editing.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["shift"] = "where the peak stands",
            ["height"] = "its height in the magnitude spectrum, in units of creatine's",
            ["signal_to_noise"] = "NAA's height over the standard deviation between 9 and 11 ppm",
            ["water_linewidth"] = "full width at half maximum of the water reference's magnitude spectrum",
            ["echo_time"] = "echo time",
            ["repetition_time"] = "repetition time",
            ["field"] = "spectrometer's frequency",
        },
    };

    public static AssayMeasurement Measure(string path, Func<IReadOnlyList<string>, Provenance> provenance)
    {
        var scan = PhilipsSpectrum.Read(path);
        var reference = PhilipsSpectrum.WaterReference(path);
        var water = reference is null ? null : PhilipsSpectrum.Read(reference);
        var spectrum = MetaboliteSpectrum.Of(scan, water);
        var creatine = spectrum.Peak(2.95, 3.1).Height;
        var reading = new Reading();
        foreach (var (name, _, low, high) in Peaks)
        {
            var (shift, height) = spectrum.Peak(low, high);
            reading.Group(name, new Reading().Number("shift", Measured.Of(shift), "ppm")
                .Number("height", Measured.Of(height / creatine), "1"));
        }

        reading.Number("signal_to_noise", Measured.Of(spectrum.Peak(1.9, 2.15).Height / spectrum.Noise(9, 11)), "1");
        if (water is not null)
            reading.Number("water_linewidth", Linewidth(water), "Hz");
        reading.Number("field", scan.FieldHz * 1e-6, "MHz");
        if (scan.EchoMs is { } echo)
            reading.Number("echo_time", echo, "ms");
        if (scan.RepetitionMs is { } repetition)
            reading.Number("repetition_time", repetition, "ms");
        reading.Text("water_reference", reference is null ? null : Path.GetFileName(reference));
        reading.Curve("shift_ppm", Shown(spectrum, spectrum.Shifts), "ppm").Curve("magnitude", Shown(spectrum, spectrum.Magnitudes), "1");

        string[] files = [scan.DataPath, scan.ParameterPath, .. water is null ? Array.Empty<string>() : [water.DataPath, water.ParameterPath]];
        return new AssayMeasurement(path, "Philips SDAT/SPAR",
            [new AssayFinding("", "mrs_spectrum", Definition, reading, water is null
                ? ["there is no water reference beside it (NAME_ref.SDAT for NAME_act.SDAT): eddy currents are not corrected"]
                : [])], provenance(files))
        {
            Curves = [new AssayCurve("Spectrum of metabolites", "chemical shift (ppm)", "magnitude",
                Shown(spectrum, spectrum.Shifts), Shown(spectrum, spectrum.Magnitudes),
                [.. Peaks.Select(p => (p.Title, spectrum.Peak(p.Low, p.High).Shift))]) { RightToLeft = true }],
        };
    }

    // Where metabolites resonate; water beside them would dwarf them.
    private static double[] Shown(MetaboliteSpectrum spectrum, double[] values) =>
        [.. values.Where((_, k) => spectrum.Shifts[k] is >= 0.5 and <= 4.2)];

    private static Measured Linewidth(PhilipsSpectrum water)
    {
        var spectrum = MetaboliteSpectrum.Of(water, null);
        var top = Array.IndexOf(spectrum.Magnitudes, spectrum.Magnitudes.Max());
        var half = spectrum.Magnitudes[top] / 2;
        double Edge(int step)
        {
            var k = top;
            while (k + step >= 0 && k + step < spectrum.Magnitudes.Length && spectrum.Magnitudes[k + step] > half)
                k += step;
            if (k + step < 0 || k + step >= spectrum.Magnitudes.Length)
                return double.NaN;
            var (inside, outside) = (spectrum.Magnitudes[k], spectrum.Magnitudes[k + step]);
            return Math.Abs(k + (step * (inside - half) / (inside - outside)) - top);
        }

        return Measured.Of((Edge(-1) + Edge(1)) * water.SamplingRate / spectrum.Magnitudes.Length);
    }
}
