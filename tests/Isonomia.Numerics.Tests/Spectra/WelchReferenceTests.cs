using System.Text.Json;
using Isonomia.Numerics.Spectra;
using Isonomia.Tests;

namespace Isonomia.Numerics.Tests.Spectra;

/// <summary>
/// scipy.signal.welch 1.10.1 on real recordings (psd_specparam_irasa.json): 2 s Hann windows, half overlap.
/// </summary>
public class WelchReferenceTests
{
    private static readonly JsonElement Recordings =
        SharedData.Reference("psd_specparam_irasa.json").GetProperty("recordings");

    [Theory]
    [InlineData("neurodsp_samples/sample_data_1.npy")]
    [InlineData("neurodsp_samples/sample_data_2.npy")]
    [InlineData("bycycle_hippocampus/ca1.npy")]
    [InlineData("bycycle_hippocampus/ec3.npy")]
    public void Spectra_of_local_field_potentials_are_those_of_scipy(string file) =>
        Compare(file, "ch", RawData.Npy(file), 1e-12);

    [Theory]
    [InlineData("unicorn_eyes_open_closed/sub01_eyes_open.bdf")]
    [InlineData("unicorn_eyes_open_closed/sub02_eyes_closed.bdf")]
    public void Spectra_of_dry_electrodes_are_those_of_scipy(string file)
    {
        // MNE holds volts: 150,000 uV of offset come back from 1e-6 with a relative error of 1e-16.
        var signals = RawData.Bdf(file);
        Compare(file, "Fz", signals[0], 1e-10);
        Compare(file, "Oz", signals[6], 1e-10);
    }

    [Fact]
    public void Spectra_of_the_eeglab_sample_are_those_of_scipy()
    {
        var recording = Recordings.GetProperty("eeglab_sample/eeglab_data.set");
        var channels = recording.GetProperty("channels").EnumerateArray().Select(c => c.GetString()).ToList();
        var signals = RawData.Fdt("eeglab_sample/eeglab_data.fdt", channels.Count);
        foreach (var channel in recording.GetProperty("psd_selected").EnumerateObject())
            Compare("eeglab_sample/eeglab_data.set", channel.Name, signals[channels.IndexOf(channel.Name)], 1e-12);
    }

    private static void Compare(string file, string channel, double[] signal, double tolerance)
    {
        var recording = Recordings.GetProperty(file);
        var selected = recording.GetProperty("psd_selected").GetProperty(channel);
        var segment = recording.GetProperty("nperseg").GetInt32();
        var rate = recording.GetProperty("sfreq").GetDouble();
        var spectrum = Welch.Estimate(signal, rate, new WelchOptions(segment, segment / 2));
        var frequencies = selected.GetProperty("freqs").Numbers();
        var expected = selected.GetProperty("psd").Numbers();
        for (var i = 0; i < frequencies.Length; i++)
        {
            var bin = Array.IndexOf(spectrum.Frequencies, frequencies[i]);
            Assert.Equal(expected[i], spectrum.Density[bin], tolerance * expected[i]);
        }
    }
}
