using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Inference.Tests.Locating;

public sealed class RealRecordingTests
{
    [Fact]
    public void Closing_the_eyes_strengthens_the_corticothalamic_loop_and_brings_alpha_nearer()
    {
        var (open, closed) = (Locate("S001R01.edf"), Locate("S001R02.edf"));
        // Y, the corticothalamic loop, grows with the alpha rhythm (Robinson et al. 2002).
        Assert.True(closed.Coordinate(1).Q05 > open.Coordinate(1).Q95);
        Assert.True(closed.Margin.Q95 < open.Margin.Q05);
        Assert.InRange(closed.NearestInstability.FrequencyHz, 8, 12);
    }

    [Fact]
    public void A_channel_that_does_not_exist_is_named()
    {
        using var recording = Open("S001R02.edf");
        var locator = new RecordingLocator(LocateSettings.Default, CorticothalamicModel.Instance, new LocateOptions());
        var error = Assert.Throws<BadInputException>(() => locator.Locate(recording, ["Ozz"]));
        Assert.Contains("Ozz", error.Message);
    }

    private static Recording Open(string name) =>
        RecordingFile.Open(SharedData.Path("eegmmidb_S001/" + name));

    private static Posterior Locate(string name)
    {
        using var recording = Open(name);
        var locator = new RecordingLocator(LocateSettings.Default, CorticothalamicModel.Instance, new LocateOptions());
        var channel = Assert.Single(locator.Locate(recording, ["Oz.."]).Channels);
        Assert.True(channel.Posterior is { Diagnostics.Converged: true });
        return channel.Posterior!;
    }
}
