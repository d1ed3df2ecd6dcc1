using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Spectral;

/// <summary>Real recordings against SciPy's Welch (reference/psd_specparam_irasa.json).</summary>
public sealed class RealSpectraTests
{
    // Rounding: SciPy's FFT and ours sum in different orders.
    private const double Relative = 1e-9;

    [Theory]
    [MemberData(nameof(ReferenceRecording.Paths), MemberType = typeof(ReferenceRecording))]
    public void Welch_spectra_are_those_of_scipy(string path)
    {
        var recording = ReferenceRecording.Read(path);
        foreach (var selected in recording.Expected.GetProperty("psd_selected").EnumerateObject())
        {
            var spectrum = ChannelSpectrum.Of(recording.Analysis(selected.Name)).Estimate!;
            var frequencies = selected.Value.GetProperty("freqs").Numbers();
            var density = selected.Value.GetProperty("psd").Numbers();
            for (var i = 0; i < density.Length; i++)
            {
                Assert.Equal(frequencies[i], spectrum.Frequencies[i], 1e-9);
                Assert.Equal(density[i], spectrum.Density[i], Relative * density[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ReferenceRecording.Paths), MemberType = typeof(ReferenceRecording))]
    public void Band_powers_are_trapezoids_of_scipys_spectra(string path)
    {
        var recording = ReferenceRecording.Read(path);
        for (var channel = 0; channel < recording.Names.Count; channel++)
        {
            var analysis = recording.Analysis(recording.Names[channel]);
            var result = (BandPowerResult)new BandPowerBiomarker().Measure(analysis);
            Assert.Equal(5, result.Bands.Count);
            foreach (var power in result.Bands)
            {
                double Expected(string kind) =>
                    recording.Expected.GetProperty(kind).GetProperty(power.Band.Name)[channel].GetDouble();
                var absolute = Expected("bandpower_trapz");
                Assert.Equal(absolute, power.Absolute.Value, Relative * absolute);
                Assert.Equal(Expected("relative_power"), power.Relative.Value, Relative);
            }
        }
    }
}
