using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Hdf5.Guarding;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Hdf5;

/// <summary>Guards that do what a damaged file makes libhdf5 do.</summary>
public sealed class Hdf5GuardTests
{
    private static readonly string Sound =
        SharedData.Path("nwb_icephys/LantyerEtAl2018_170328_AB_277_ST50_C.nwb");

    [Theory]
    [InlineData("kill -SEGV $$", "does not survive")]
    [InlineData("read question; kill -ABRT $$", "does not survive")]
    [InlineData("read question; exit 0", "does not survive")]
    [InlineData("exec sleep 60", "did not end within")]
    public void A_guard_that_falls_or_never_ends_becomes_one_message(string script, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell is needed");
        var refused = Assert.Throws<BadInputException>(
            () => Hdf5Guard.Check(Sound, ReadingOptions.None, ["/bin/sh", "-c", script], 0.5));
        Assert.Contains(expected, refused.Message);
        Assert.Contains(Sound, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_guard_that_survives_lets_the_file_through_and_one_that_cannot_be_started_is_no_hindrance()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell is needed");
        Hdf5Guard.Check(Sound, ReadingOptions.None, ["/bin/sh", "-c", "read question; echo survived"], 10);
        Hdf5Guard.Check(Sound, ReadingOptions.None, ["/no/such/program"], 10);
    }

    [Fact]
    public void Asked_about_a_sound_a_damaged_and_an_absent_file_the_guard_survives_all_three()
    {
        var folder = Directory.CreateTempSubdirectory("isonomia guard ü ");
        try
        {
            var cut = Path.Combine(folder.FullName, "cut \"short\".nwb");
            File.WriteAllBytes(cut, File.ReadAllBytes(Sound)[..5000]);
            string[] questions =
                [.. new[] { Sound, cut, "/no/such.nwb" }.Select(p => Hdf5Question.Of(p, ReadingOptions.None).ToLine())];
            using var answers = new StringWriter();
            using var asked = new StringReader(string.Join('\n', questions));
            Assert.Equal(0, Hdf5GuardServer.Serve(asked, answers));
            var lines = answers.ToString().TrimEnd().Split(Environment.NewLine);
            Assert.Equal("survived", lines[0]);
            Assert.StartsWith("survived; refused: " + cut, lines[1], StringComparison.Ordinal);
            Assert.StartsWith("survived; refused: /no/such.nwb", lines[2], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_the_user_stated_is_told_to_the_guard()
    {
        var question = Hdf5Question.Of("/a b/ü\n.mat",
            new ReadingOptions { SamplingRate = 1000.0 / 3, Unit = "uV", Variable = "lfp" });
        var line = question.ToLine();
        Assert.DoesNotContain('\n', line);
        Assert.Equal(question, Hdf5Question.FromLine(line));
    }
}
