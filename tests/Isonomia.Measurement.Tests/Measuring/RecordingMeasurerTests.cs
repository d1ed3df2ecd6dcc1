using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Measuring;

public class RecordingMeasurerTests
{
    private const double Rate = 50;

    [Fact]
    public void What_is_kept_of_a_recording_does_not_grow_with_its_duration()
    {
        var (hour, threeHours) = (RetainedBytes.Of(Measure(1)), RetainedBytes.Of(Measure(3)));

        Assert.InRange(threeHours, 1, hour + 4096);
        // 64 channels of this are 32 MiB, whether of an hour or a day.
        Assert.InRange(threeHours, 1, 512 * 1024);
    }

    private static RecordingMeasurement Measure(int hours)
    {
        var noise = new double[(int)(hours * 3600 * Rate)];
        new RandomStream(1, "long recording").FillNormal(noise);
        var header = new RecordingHeader(
            "<noise>", "memory", [new Channel("Cz", ChannelType.Eeg, "uV", Rate, noise.Length)]);
        using var recording = new Recording(header, new MemorySource([noise]));
        return new RecordingMeasurer(RecordingMeasurer.DefaultSettings, BiomarkerLibrary.All).Measure(recording);
    }
}
