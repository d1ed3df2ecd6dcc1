using System.Diagnostics;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests.Cohorts;

/// <summary>Disks that are full, places that cannot be written to, results that were broken off.</summary>
public sealed class HostilePlacesTests : IDisposable
{
    private static readonly string[] Quick = ["--biomarkers", "aperiodic"];
    private readonly BidsFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_device_that_is_full_gets_one_line_and_exit_code_3()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a device that is always full");
        data.Record("sub-1/eeg/sub-1_eeg.edf", 1);
        var (code, _, error) = Run(["measure", data.At("sub-1/eeg/sub-1_eeg.edf"), .. Quick, "--json", "/dev/full"]);
        Assert.Equal(3, code);
        Assert.Contains("No space left", Assert.Single(error.TrimEnd().Split('\n')));
    }

    [Fact]
    public void A_disk_that_fills_up_stops_a_data_set_and_leaves_no_torn_files()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "a small disk needs to be mounted");
        data.Record("sub-1/eeg/sub-1_eeg.edf", 1);
        data.Record("sub-2/eeg/sub-2_eeg.edf", 2);
        var small = data.At("small");
        Directory.CreateDirectory(small);
        Assert.SkipUnless(Succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small), "nothing may be mounted here");
        try
        {
            var (code, _, error) = Run(["measure", data.Path, .. Quick, "--out", Path.Combine(small, "results")]);
            Assert.Equal(3, code);
            Assert.Contains("No space left", error);
            Assert.DoesNotContain("   at ", error);
            Assert.Empty(Directory.GetFiles(small, "*.part", SearchOption.AllDirectories));
            Assert.Empty(Directory.GetFiles(small, "*_status.json", SearchOption.AllDirectories));
        }
        finally
        {
            Assert.True(Succeeds("umount", small));
        }
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_stops_a_data_set_before_it_is_measured()
    {
        data.Record("sub-1/eeg/sub-1_eeg.edf", 1);
        // A file where a folder should be cannot be written into, whoever one is.
        data.Write("taken", "a file");
        var (code, _, error) = Run(["measure", data.Path, .. Quick, "--out", data.At("taken/results")]);
        Assert.Equal(3, code);
        Assert.Contains("taken", Assert.Single(error.TrimEnd().Split('\n')));
    }

    [Theory]
    [InlineData("status.json", "")]
    [InlineData("status.json", "{\"Schema\": 7}")]
    [InlineData("biomarkers.tsv", null)]
    public void Results_that_were_broken_off_are_made_anew(string name, string? left)
    {
        data.Record("sub-1/eeg/sub-1_eeg.edf", 1);
        Assert.Equal(0, Run(["measure", data.Path, .. Quick]).Code);
        var table = File.ReadAllBytes(Path.Combine(data.Results, "biomarkers.tsv"));
        var path = Path.Combine(data.Results, "sub-1", "eeg", "sub-1_desc-isonomia_" + name);
        if (left is null)
            File.Delete(path);
        else
            File.WriteAllText(path, left);
        var (code, _, error) = Run(["measure", data.Path, .. Quick]);
        Assert.Equal(0, code);
        Assert.DoesNotContain("kept", error);
        Assert.Equal(table, File.ReadAllBytes(Path.Combine(data.Results, "biomarkers.tsv")));
    }

    private static bool Succeeds(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
