using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Tests.Formats;
using Isonomia.Measurement.Tests.Formats.Hdf5;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Hardening;

/// <summary>What damaged files once did.</summary>
public sealed class FindingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Control_characters_in_a_name_do_not_reach_the_terminal()
    {
        var error = new BadInputException("a\u001b[31m.edf", "the field '\0\u0007\n' \u009b2J");
        Assert.Equal("a.[31m.edf: the field '...' .2J", error.Message);
        Assert.InRange(new BadInputException(new string('x', 100_000)).Message.Length, 1, 5000);
    }

    [Fact]
    public void A_heap_of_texts_without_an_end_is_refused_rather_than_walked_for_ever()
    {
        Hdf5Writer.Require();
        var bytes = File.ReadAllBytes(SharedData.Path("nwb_icephys/LantyerEtAl2018_170328_AB_277_ST50_C.nwb"));
        // The library that reads HDF5 (1.10.8) went round for ever over these zeros in a global heap.
        Array.Clear(bytes, 8106, 110);
        bytes[305_880] = 22;
        var path = folder.Write("x.nwb", bytes);
        Assert.Contains("heap of texts", Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
    }
}
