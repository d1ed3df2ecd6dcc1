using System.Runtime.ExceptionServices;

namespace Isonomia.Simulation.Teams;

/// <summary>
/// Threads that stand ready to work on one thing together: the caller is the first of them. They are kept for the
/// length of a run, since starting threads, or tasks, costs more than a step.
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    private readonly Thread[] helpers;
    private readonly SemaphoreSlim[] starts;
    private readonly CountdownEvent done;
    private readonly Exception?[] failures;
    private Action<int, Rendezvous> work = (_, _) => { };
    private Rendezvous meeting;
    private volatile bool ended;

    /// <summary>A team of so many threads.</summary>
    public ThreadTeam(int members)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(members);
        Members = members;
        meeting = new Rendezvous(members);
        failures = new Exception?[members];
        done = new CountdownEvent(Math.Max(1, members - 1));
        starts = [.. Enumerable.Range(1, members - 1).Select(_ => new SemaphoreSlim(0))];
        helpers = [.. Enumerable.Range(1, members - 1).Select(m => new Thread(() => Stand(m))
        {
            IsBackground = true,
            Name = $"isonomia {m}",
        })];
        foreach (var helper in helpers)
            helper.Start();
    }

    /// <summary>The number of threads.</summary>
    public int Members { get; }

    /// <summary>The first members do some work, each knowing its number; returns when all have.</summary>
    /// <param name="members">How many do it.</param>
    /// <param name="task">The work; those members may meet on the way, all or none.</param>
    /// <exception cref="Exception">What the first member (by number) that failed threw.</exception>
    public void Run(int members, Action<int, Rendezvous> task)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(members);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, Members);
        work = task;
        meeting = new Rendezvous(members);
        Array.Clear(failures);
        done.Reset(Math.Max(1, members - 1));
        foreach (var start in starts.AsSpan(0, members - 1))
            start.Release();
        Do(0);
        if (members > 1)
            done.Wait();
        if (Array.Find(failures, f => f is not null) is { } failure)
            ExceptionDispatchInfo.Throw(failure);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended = true;
        foreach (var start in starts)
            start.Release();
        foreach (var helper in helpers)
            helper.Join();
        foreach (var start in starts)
            start.Dispose();
        done.Dispose();
    }

    private void Stand(int member)
    {
        while (true)
        {
            starts[member - 1].Wait();
            if (ended)
                return;
            Do(member);
            done.Signal();
        }
    }

    private void Do(int member)
    {
        try
        {
            work(member, meeting);
        }
        catch (Exception e)
        {
            // Thrown again by Run, on the caller's thread.
            failures[member] = e;
            meeting.Break();
        }
    }
}
