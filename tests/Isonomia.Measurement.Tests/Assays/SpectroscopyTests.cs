using Isonomia.Measurement.Assays;
using Isonomia.Measurement.Assays.Spectroscopy;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Assays;

/// <summary>
/// Real PRESS scans of two people, against another decoding (shared/data/reference/mrs_sdat_reading.json).
/// </summary>
public sealed class SpectroscopyTests
{
    private const string Folder = "mrs_osprey_press35/";

    [Theory]
    [InlineData(0x00, 0x00, 0x00, 0x00, 0.0)]
    [InlineData(0x80, 0x40, 0x00, 0x00, 1.0)]
    [InlineData(0x80, 0xC0, 0x00, 0x00, -1.0)]
    [InlineData(0x49, 0x41, 0xD0, 0x0F, 3.14159012)]
    [InlineData(0x7F, 0x3F, 0xFF, 0xFF, 0.24999999)]
    public void Vax_numbers_are_those_of_the_format(byte a, byte b, byte c, byte d, double value) =>
        Assert.Equal(value, VaxFloat.Read([a, b, c, d]), 1e-7);

    [Theory]
    [InlineData("sub-01")]
    [InlineData("sub-02")]
    public void Decay_and_peaks_are_those_of_another_decoding(string subject)
    {
        var reference = SharedData.Reference("mrs_sdat_reading.json").GetProperty("results").GetProperty(subject);
        var path = SharedData.Path($"{Folder}{subject}_PRESS_35_act.sdat");
        var scan = PhilipsSpectrum.Read(path);
        Assert.Equal(reference.GetProperty("sample_frequency").GetDouble(), scan.SamplingRate);
        Assert.Equal(reference.GetProperty("f0_MHz").GetDouble(), scan.FieldHz * 1e-6, 1e-9);
        // Both are single precision read exactly.
        Assert.Equal(reference.GetProperty("fid_first5_real").Numbers(), scan.Re[..5]);
        Assert.Equal(reference.GetProperty("fid_first5_imag").Numbers(), scan.Im[..5]);

        var found = AssayFile.Measure(path, "test")!.Findings.Single();
        Assert.Empty(found.Warnings);
        var peaks = reference.GetProperty("sign-1");
        var creatine = peaks.GetProperty("Cr").GetProperty("abs_amp").GetDouble();
        foreach (var (name, theirs) in new[] { ("naa", "NAA"), ("creatine", "Cr"), ("choline", "Cho"), ("glx", "Glx_region") })
        {
            Assert.Equal(peaks.GetProperty(theirs).GetProperty("ppm").GetDouble(), found.Reading.Find(name, "shift")!.Value.Value, 1e-6);
            Assert.Equal(peaks.GetProperty(theirs).GetProperty("abs_amp").GetDouble() / creatine,
                found.Reading.Find(name, "height")!.Value.Value, 1e-6);
        }
    }

    [Fact]
    public void Either_file_of_a_pair_names_it()
    {
        var one = AssayFile.Measure(SharedData.Path(Folder + "sub-01_PRESS_35_act.spar"), "")!.Findings[0].Reading;
        var other = AssayFile.Measure(SharedData.Path(Folder + "sub-01_PRESS_35_act.sdat"), "")!.Findings[0].Reading;
        Assert.Equal(other.Find("naa", "height"), one.Find("naa", "height"));
    }

    [Fact]
    public void A_file_cut_short_is_refused_and_the_lengths_are_told()
    {
        using var folder = new TemporaryPair();
        File.WriteAllBytes(folder.Data, File.ReadAllBytes(SharedData.Path(Folder + "sub-01_PRESS_35_act.sdat"))[..16000]);
        File.Copy(SharedData.Path(Folder + "sub-01_PRESS_35_act.spar"), folder.Parameters);
        var message = Assert.Throws<BadInputException>(() => AssayFile.Measure(folder.Data, "")).Message;
        Assert.Contains("16000 bytes", message);
        Assert.Contains("16384", message);
    }

    [Fact]
    public void Samples_without_parameters_are_refused()
    {
        using var folder = new TemporaryPair();
        File.WriteAllBytes(folder.Data, new byte[64]);
        Assert.Contains("there is no scan.spar beside it",
            Assert.Throws<BadInputException>(() => AssayFile.Measure(folder.Data, "")).Message);
    }

    [Fact]
    public void A_parameter_that_is_no_number_is_named()
    {
        using var folder = new TemporaryPair();
        File.WriteAllBytes(folder.Data, new byte[64]);
        File.WriteAllText(folder.Parameters, "samples : 8\nrows : 1\nsample_frequency : fast\nsynthesizer_frequency : 127750896\n");
        Assert.Contains("'sample_frequency' is 'fast'",
            Assert.Throws<BadInputException>(() => AssayFile.Measure(folder.Data, "")).Message);
    }

    private sealed class TemporaryPair : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isonomia-mrs");

        public string Data => Path.Combine(folder.FullName, "scan.sdat");

        public string Parameters => Path.Combine(folder.FullName, "scan.spar");

        public void Dispose() => folder.Delete(true);
    }
}
