using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Tests;

/// <summary>Every rung, in its quick form.</summary>
public class LadderTests
{
    public static TheoryData<string> Rungs => [.. Ladder.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rungs))]
    public void A_published_result_is_reproduced(string id)
    {
        var report = Ladder.Climb([Ladder.Find(id)!], new ClimbOptions(), TestContext.Current.CancellationToken)[0];
        // What is known to fail is shown as failing, with what was tried; anything else must not.
        Assert.Empty(report.Outcomes
            .Where(o => o.Verdict == Verdict.Fail && o.Quantity.Tried is null)
            .Select(o => $"{o.Quantity.Name}: {o.Finding!.Value} is not {o.Accepted.Text}"));
        Assert.DoesNotContain(report.Outcomes, o => o.Why == RungRun.NotMeasured);
        Assert.Contains(report.Outcomes, o => o.Verdict == Verdict.Pass);
    }

    [Fact]
    public void Every_rung_says_what_it_compares_and_why_that_is_accepted()
    {
        Assert.Equal(Ladder.All.Count, Ladder.All.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (var rung in Ladder.All)
        {
            Assert.All(rung.Papers, p => Assert.StartsWith("10.", p.Doi, StringComparison.Ordinal));
            Assert.Equal(rung.Quantities.Count, rung.Quantities.Select(q => q.Name).Distinct().Count());
            Assert.All(rung.Quantities, q => Assert.All([q.Name, q.Unit, q.Source, q.Why], Assert.NotEmpty));
            Assert.All(
                rung.Quantities.Where(q => q.Published is not null),
                q => Assert.True(
                    q.Accepted.Accepts(q.Published!.Value), $"{rung.Id} {q.Name} refuses what was published"));
        }
    }

    [Fact]
    public void A_climb_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Ladder.Climb(Ladder.All, new ClimbOptions(), source.Token));
    }

    [Fact]
    public void A_value_outside_of_what_is_accepted_fails_and_one_that_is_not_a_number_too()
    {
        var quantity = new RungQuantity(
            "rate", "Hz", 10, Origin.Analytic, "on paper", Criterion.WithinPercent(10, 5), "because");
        Verdict Of(double value) => new Outcome(quantity, quantity.Accepted, new Finding(value), null).Verdict;
        Assert.Equal(Verdict.Pass, Of(10.4));
        Assert.Equal(Verdict.Fail, Of(10.6));
        Assert.Equal(Verdict.Fail, Of(double.NaN));
        Assert.Equal(Verdict.NotRun, new Outcome(quantity, quantity.Accepted, null, "not today").Verdict);
    }

    [Fact]
    public void A_rung_cannot_report_what_it_did_not_announce()
    {
        var run = new RungRun(Ladder.Find("L08")!, new ClimbOptions(), null, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => run.Found("the meaning of life", 42));
        run.Found("largest norm at w = 1", 1);
        Assert.Throws<ArgumentException>(() => run.Found("largest norm at w = 1", 2));
    }
}
