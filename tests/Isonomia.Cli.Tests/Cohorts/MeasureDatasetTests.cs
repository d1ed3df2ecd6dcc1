using System.Diagnostics;
using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests.Cohorts;

public sealed class MeasureDatasetTests : IDisposable
{
    private static readonly string[] Quick = ["--biomarkers", "aperiodic,lempel_ziv"];
    private readonly BidsFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_data_set_is_measured_into_derivatives_and_one_table_and_only_once()
    {
        data.Record("sub-01/ses-a/eeg/sub-01_ses-a_task-rest_eeg.edf", 1);
        data.Record("sub-Žofie/eeg/sub-Žofie_task-rest_eeg.edf", 2);
        var (code, _, error) = Run(["measure", data.Path, .. Quick]);
        Assert.True(code == 0, error);
        using (var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(data.Results, "dataset_description.json"))))
        {
            Assert.Equal("derivative", description.RootElement.GetProperty("DatasetType").GetString());
            Assert.Equal("Isonomia", description.RootElement.GetProperty("GeneratedBy")[0].GetProperty("Name").GetString());
        }

        Assert.True(File.Exists(Path.Combine(data.Results, "sub-01", "ses-a", "eeg",
            "sub-01_ses-a_task-rest_desc-isonomia_report.html")));
        var table = Table("biomarkers.tsv");
        Assert.Equal(["sub-01", "sub-Žofie"], table.Select(r => r["participant_id"]).Distinct());
        Assert.Equal(4, table.Count(r => r["biomarker"] == "aperiodic" && r["quantity"] == "exponent"));
        var first = File.ReadAllBytes(Path.Combine(data.Results, "biomarkers.tsv"));

        Assert.Contains("2 of them earlier, kept", Run(["measure", data.Path, .. Quick]).Error);
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(data.Results, "biomarkers.tsv")));

        // A new sidecar that applies to one recording, or another setting, is not what was measured.
        data.Write("sub-01/ses-a/eeg/sub-01_ses-a_task-rest_channels.tsv", "name\ttype\tunits\nCz\tEEG\tuV\nPz\tEOG\tuV\n");
        Assert.Contains("1 of them earlier, kept", Run(["measure", data.Path, .. Quick]).Error);
        Assert.DoesNotContain("kept", Run(["measure", data.Path, .. Quick, "--set", "aperiodic.range=3:30"]).Error);
        Assert.Equal(3, Table("biomarkers.tsv").Count(r => r["biomarker"] == "aperiodic" && r["quantity"] == "exponent"));
    }

    [Fact]
    public void A_recording_that_fails_stops_no_other_and_is_named_at_the_end()
    {
        data.Record("sub-01/eeg/sub-01_task-rest_eeg.edf", 1);
        data.Write("sub-02/eeg/sub-02_task-rest_eeg.edf", "no recording");
        data.Record("sub-03/eeg/sub-03_task-rest_eeg.edf", 3);
        data.Write("sub-03/eeg/sub-03_task-rest_events.tsv", "onset\tduration\nnow\t1\n");
        var (code, output, error) = Run(["measure", data.Path, .. Quick, "--json", "-"]);
        Assert.Equal(1, code);
        Assert.Contains("1 of 3 recordings measured, 2 failed", error);
        Assert.Contains("sub-02/eeg/sub-02_task-rest_eeg.edf: the format was not recognised", error);
        Assert.Contains("row 1, column onset: 'now'", error);
        Assert.DoesNotContain("   at ", error);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("isonomia.cohort/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(["measured", "failed", "failed"],
            json.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("status").GetString()));
        Assert.Equal(["measured", "failed", "failed"], Table("recordings.tsv").Select(r => r["status"]));
    }

    [Fact]
    public void Only_recordings_of_a_kind_are_measured_where_asked()
    {
        data.Record("sub-01/eeg/sub-01_task-rest_eeg.edf", 1);
        data.Record("sub-01/eeg/sub-01_task-go_eeg.edf", 2);
        Assert.Contains("1 of 1 recordings", Run(["measure", data.Path, .. Quick, "--where", "task=go"]).Error);
        var (code, _, error) = Run(["measure", data.Path, .. Quick, "--where", "task=sleep"]);
        Assert.Equal(2, code);
        Assert.Contains("none of the 2 recordings", error);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte_of_the_table()
    {
        for (var i = 1; i <= 3; i++)
            data.Record($"sub-0{i}/eeg/sub-0{i}_eeg.edf", i);
        string[] outputs = [data.At("one"), data.At("three")];
        Run(["measure", data.Path, .. Quick, "--threads", "1", "--out", outputs[0]]);
        Run(["measure", data.Path, .. Quick, "--threads", "3", "--out", outputs[1]]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(outputs[0], "biomarkers.tsv")),
            File.ReadAllBytes(Path.Combine(outputs[1], "biomarkers.tsv")));
    }

    [Fact]
    public async Task Two_runs_at_once_into_the_same_place_leave_whole_files()
    {
        for (var i = 1; i <= 3; i++)
            data.Record($"sub-0{i}/eeg/sub-0{i}_eeg.edf", i);
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Run(["measure", data.Path, .. Quick]))));
        Assert.All(runs, r => Assert.True(r.Code == 0, r.Error));
        Assert.Equal(6, Table("biomarkers.tsv").Count(r => r["biomarker"] == "aperiodic" && r["quantity"] == "exponent"));
        Assert.Empty(Directory.GetFiles(data.Results, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void Interrupted_it_ends_with_130_keeps_what_is_finished_and_goes_on_from_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a console's Ctrl-C cannot be sent to one process there");
        for (var i = 1; i <= 6; i++)
            data.Record($"sub-0{i}/eeg/sub-0{i}_eeg.edf", i, channels: 2, seconds: 60);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "isonomia.dll"), "measure", data.Path, "--threads", "1"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = new List<string>();
        while (process.StandardError.ReadLine() is { } line)
        {
            error.Add(line);
            if (error.Count == 1)
                Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        }

        Assert.True(process.WaitForExit(60_000));
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("interrupted; finished recordings are kept", error[^1]);
        Assert.Empty(Directory.GetFiles(data.Results, "*.part", SearchOption.AllDirectories));
        var finished = Directory.GetFiles(data.Results, "*_status.json", SearchOption.AllDirectories).Length;
        Assert.InRange(finished, 1, 5);
        Assert.Contains($"{finished} of them earlier, kept", Run("measure", data.Path).Error);
    }

    private List<Dictionary<string, string>> Table(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(data.Results, name));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(l => columns.Zip(l.Split('\t')).ToDictionary(c => c.First, c => c.Second))];
    }
}
