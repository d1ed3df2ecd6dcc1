using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Numpy;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Numpy;

public sealed class NpyFormatTests : IDisposable
{
    private static readonly ReadingOptions At100Hz = new() { SamplingRate = 100 };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Reference: numpy.load (file_readings.json); means to 1e-12 of the largest value (summation order).
    [Theory]
    [InlineData("bycycle_hippocampus/ca1.npy")]
    [InlineData("bycycle_hippocampus/ec3.npy")]
    [InlineData("neurodsp_samples/sample_data_1.npy")]
    [InlineData("neurodsp_samples/sample_data_1_filt.npy")]
    [InlineData("neurodsp_samples/sample_data_2.npy")]
    [InlineData("specparam_spectra/freqs.npy")]
    [InlineData("specparam_spectra/freqs_2.npy")]
    [InlineData("specparam_spectra/freqs_lfp.npy")]
    [InlineData("specparam_spectra/group_freqs.npy")]
    [InlineData("specparam_spectra/group_powers.npy")]
    [InlineData("specparam_spectra/spectrum.npy")]
    [InlineData("specparam_spectra/spectrum_2.npy")]
    [InlineData("specparam_spectra/spectrum_lfp.npy")]
    public void Real_arrays_read_as_numpy_reads_them(string relative)
    {
        var reference = SharedData.Reference("file_readings.json").GetProperty(relative);
        using (var file = new NpyFile(SharedData.Path(relative)))
        {
            var entry = Assert.Single(file.Entries);
            Assert.Equal<double[]>(reference.GetProperty("shape").Numbers(), [.. entry.Shape.Select(n => (double)n)]);
            Assert.Equal(reference.GetProperty("dtype").GetString(), entry.Kind);
        }

        using var recording = RecordingFile.Open(SharedData.Path(relative), At100Hz);
        var all = recording.Channels.SelectMany((_, i) => recording.ReadAll(i)).ToArray();
        Assert.Equal(reference.GetProperty("first3").Numbers(), all[..3]);
        var (sum, counted) = all.Where(double.IsFinite).Aggregate((Sum: 0.0, Count: 0), (a, x) =>
            (a.Sum + x, a.Count + 1));
        Assert.Equal(reference.GetProperty("mean").GetDouble(), sum / counted,
            1e-12 * all.Where(double.IsFinite).Max(Math.Abs));
    }

    // Reference: 1.5, -2 and 3 (2 and 3 where the type has no sign or fraction), laid out by hand.
    [Theory]
    [InlineData("'<f8'", 1.5, -2, "000000000000f83f00000000000000c00000000000000840")]
    [InlineData("'>f8'", 1.5, -2, "3ff8000000000000c0000000000000004008000000000000")]
    [InlineData("'<f4'", 1.5, -2, "0000c03f000000c000004040")]
    [InlineData("'>f4'", 1.5, -2, "3fc00000c000000040400000")]
    [InlineData("'<f2'", 1.5, -2, "003e00c00042")]
    [InlineData("'|i1'", 1, -2, "01fe03")]
    [InlineData("'|u1'", 1, 2, "010203")]
    [InlineData("'|b1'", 1, 0, "010001", 1)]
    [InlineData("'<i2'", 1, -2, "0100feff0300")]
    [InlineData("'>i2'", 1, -2, "0001fffe0003")]
    [InlineData("'<u2'", 1, 65535, "0100ffff0300")]
    [InlineData("'>i4'", 1, -2, "00000001fffffffe00000003")]
    [InlineData("'<u4'", 1, 4294967295, "01000000ffffffff03000000")]
    [InlineData("'>i8'", 1, -2, "0000000000000001fffffffffffffffe0000000000000003")]
    [InlineData("'<u8'", 1, 2, "010000000000000002000000000000000300000000000000")]
    public void Every_real_type_is_decoded(string descr, double first, double second, string hex, double third = 3)
    {
        var path = folder.Write("x.npy", NpyWriter.Write(descr, "(3,)", Convert.FromHexString(hex)));
        using var recording = RecordingFile.Open(path, At100Hz);
        Assert.Equal([first, second, third], recording.ReadAll(0));
    }

    // Reference: by construction, sample s of channel c is 10 c + s.
    [Theory]
    [InlineData("(2, 3)", false, new double[] { 0, 1, 2, 10, 11, 12 })]
    [InlineData("(2, 3)", true, new double[] { 0, 10, 1, 11, 2, 12 })]
    [InlineData("(3, 2)", false, new double[] { 0, 10, 1, 11, 2, 12 })]
    [InlineData("(3, 2)", true, new double[] { 0, 1, 2, 10, 11, 12 })]
    public void Time_is_the_longer_dimension_in_either_order(string shape, bool fortran, double[] values)
    {
        using var recording = RecordingFile.Open(folder.Write("x.npy", NpyWriter.Doubles(shape, values, fortran)),
            At100Hz);
        Assert.Equal([0, 1, 2], recording.ReadAll(0));
        Assert.Equal([10, 11, 12], recording.ReadAll(1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Versions_2_and_3_have_a_longer_length(byte version)
    {
        var path = folder.Write("x.npy", NpyWriter.Write("'|u1'", "(3,)", [7, 8, 9], version: version));
        using var recording = RecordingFile.Open(path, At100Hz);
        Assert.Equal([7, 8, 9], recording.ReadAll(0));
    }

    [Fact]
    public void A_rate_must_be_stated()
    {
        var path = folder.Write("x.npy", NpyWriter.Doubles("(3,)", [1, 2, 3]));
        Assert.EndsWith("state it with --rate HZ",
            Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
        Assert.Contains("positive", Assert.Throws<BadInputException>(
            () => RecordingFile.Open(path, new ReadingOptions { SamplingRate = 0 })).Message);
    }

    [Fact]
    public void An_array_cut_short_is_read_to_the_last_whole_sample()
    {
        var bytes = NpyWriter.Doubles("(5, 2)", [0, 10, 1, 11, 2, 12, 3, 13, 4, 14]);
        using var recording = RecordingFile.Open(folder.Write("x.npy", bytes[..^20]), At100Hz);
        Assert.Equal([10, 11, 12], recording.ReadAll(1));
        Assert.Contains("the file was cut short: 3 of 5 samples are there", recording.Header.Warnings);

        var byChannel = NpyWriter.Doubles("(2, 4)", [0, 1, 2, 3, 10, 11, 12, 13]);
        Assert.Contains("the last ones are missing", Assert.Throws<BadInputException>(
            () => RecordingFile.Open(folder.Write("y.npy", byChannel[..^20]), At100Hz)).Message);
    }

    [Theory]
    [InlineData("'<c16'", "(3,)", "values of the type '<c16'")]
    [InlineData("'|O'", "(3,)", "values of the type '|O'")]
    [InlineData("[('a', '<f8')]", "(3,)", "values of the type")]
    [InlineData("'<f8'", "(9999999999, 9999999999)", "which no file can hold")]
    [InlineData("'<f8'", "(-3,)", "without 'descr'")]
    [InlineData("'<f8'", "(2, 2, 2)", "one or two dimensions")]
    [InlineData("'<f8'", "(0,)", "one or two dimensions")]
    [InlineData("'<f8'", "(1000000000,)", "holds")]
    public void What_is_not_a_recording_is_refused(string descr, string shape, string why)
    {
        var path = folder.Write("x.npy", NpyWriter.Write(descr, shape, new byte[64]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (shape == "(1000000000,)")
        {
            using var recording = RecordingFile.Open(path, At100Hz);
            Assert.Equal(8, recording.Channels[0].Samples);
        }
        else
        {
            Assert.Contains(why, Assert.Throws<BadInputException>(() => RecordingFile.Open(path, At100Hz)).Message);
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }
}
