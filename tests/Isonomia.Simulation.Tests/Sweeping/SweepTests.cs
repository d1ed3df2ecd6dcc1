using System.Collections.Concurrent;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Simulation.Tests.Sweeping;

public sealed class SweepTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-sweep-").FullName;
    private readonly SweepPlan plan = SweepPlanTests.Planned(["g=1:20:20", "tau=1ms,2ms"], seeds: 2);

    private string File => Path.Combine(folder, "sweep.tsv");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void However_many_runs_go_at_once_the_table_is_the_same()
    {
        var tables = new[] { 1, 2, 7 }.Select(threads =>
        {
            System.IO.File.Delete(File);
            Sweep.Run(plan, Table(), threads, (run, _) =>
            {
                // Later runs tend to be done first.
                Thread.Sleep(run.Number % 3);
                return Outcome(run);
            }, null, default);
            return System.IO.File.ReadAllText(File);
        }).ToArray();
        Assert.Equal(tables[0], tables[1]);
        Assert.Equal(tables[0], tables[2]);
        var lines = tables[0].Split('\n');
        Assert.Equal("run\tseed\tg\ttau (ms)\tE.rate\tE.cv\twhy", lines[0]);
        Assert.Equal("3\t0\t1\t2\t0.3\t\tE.cv: no spikes", lines[3]);
        Assert.Equal(82, lines.Length);
    }

    [Fact]
    public void What_is_done_is_not_done_again()
    {
        using var interruption = new CancellationTokenSource();
        var made = new ConcurrentBag<int>();
        SweepOutcome One(SweepRun run, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            made.Add(run.Number);
            if (made.Count == 30)
                interruption.Cancel();
            return Outcome(run);
        }

        Assert.ThrowsAny<OperationCanceledException>(() => Sweep.Run(plan, Table(), 3, One, null, interruption.Token));
        var before = made.ToArray();
        Assert.InRange(before.Length, 30, 40);
        made.Clear();
        var table = Table();
        Assert.Equal(before.Order(), table.Outcomes.Keys.Order());
        Sweep.Run(plan, table, 3, One, null, default);
        Assert.Equal(plan.Runs.Select(r => r.Number).Except(before).Order(), made.Order());
        var interrupted = System.IO.File.ReadAllText(File);
        System.IO.File.Delete(File);
        Sweep.Run(plan, Table(), 1, (run, _) => Outcome(run), null, default);
        Assert.Equal(System.IO.File.ReadAllText(File), interrupted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void A_line_that_was_cut_off_is_no_run(int cut)
    {
        var table = Table();
        foreach (var run in plan.Runs.Take(5))
            table.Append(run, Outcome(run));
        var text = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, text[..^cut]);
        Assert.Equal([1, 2, 3, 4], Table().Outcomes.Keys.Order());
    }

    [Fact]
    public void Outcomes_come_back_as_they_were()
    {
        var table = Table();
        SweepOutcome[] outcomes =
        [
            new([1.0 / 3, -2e-300], ""),
            new([null, 5], "E.rate: \"none\""),
            new([null, null], "v is NaN\tat\nt", HasFailed: true),
        ];
        for (var i = 0; i < outcomes.Length; i++)
            table.Append(plan.Runs[i], outcomes[i]);
        var back = Table();
        for (var i = 0; i < outcomes.Length; i++)
        {
            Assert.Equal(outcomes[i].Values, back.Outcomes[i + 1].Values);
            Assert.Equal(outcomes[i].HasFailed, back.Outcomes[i + 1].HasFailed);
            Assert.Equal(outcomes[i].Why.Replace('\t', ' ').Replace('\n', ' '), back.Outcomes[i + 1].Why);
        }
    }

    [Fact]
    public void The_table_of_another_sweep_is_left_alone()
    {
        Sweep.Run(plan, Table(), 2, (run, _) => Outcome(run), null, default);
        var text = System.IO.File.ReadAllText(File);
        Assert.Contains(
            "another sweep", Assert.Throws<IOException>(() => new SweepTable(File, plan, ["I.rate"])).Message);
        var other = SweepPlanTests.Planned(["g=1:21:20", "tau=1ms,2ms"], seeds: 2);
        Assert.Contains("no run of this sweep", Assert.Throws<IOException>(
            () => new SweepTable(File, other, ["E.rate", "E.cv"])).Message);
        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void What_ends_one_run_by_a_fault_ends_the_sweep_and_is_told()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Sweep.Run(plan, Table(), 2, (run, _) =>
            run.Number == 10 ? throw new InvalidOperationException("fault") : Outcome(run), null, default));
        Assert.Equal("fault", thrown.Message);
    }

    private static SweepOutcome Outcome(SweepRun run) => run.Number % 3 == 0
        ? new SweepOutcome([run.Number / 10.0, null], "E.cv: no spikes")
        : new SweepOutcome([run.Number / 10.0, run.Number], "");

    private SweepTable Table() => new(File, plan, ["E.rate", "E.cv"]);
}
