// The operator's page: signs in with the admin token, reads the state every few seconds while it is seen, cancels work, lets newcomers in, makes a backup.
const words = {
  en: {
    title: "NemoBot, administration", why: "The admin token is in the settings of the bot.", token: "Admin token", signIn: "Sign in", health: "State", work: "Running and waiting",
    errors: "Recent warnings and errors", conversations: "Conversations", disk: "Disk", backup: "Back up now", none: "Nothing", cancel: "Cancel", turn: "Request", render: "Video",
    runs: "runs", waits: "waits", since: (t) => `for ${t}`, versions: (n) => `${n} ${n === 1 ? "version" : "versions"}`, credits: (n) => `${n} credits`, ago: (t) => `${t} ago`, free: "free",
    up: (t) => `up ${t}`, memory: (m) => `${m} of memory`, backend: (b) => `${b} backend`, saved: (f) => `The backup is in ${f}.`, cancelled: (n) => `Request ${n} is being cancelled.`,
    gone: "It has ended already.", lost: "The bot does not answer.", times: (n) => `${n} times`,
    access: "Budgets and access", pair: "New pairing code", budget: (kind, scope, time) => `${kind}, ${scope}, in ${time}`, most: (n) => `at most ${n}`, used: (u, n) => `${u} of ${n}`,
    requests: "Requests", video: "Minutes of video", creditsName: "Credits", person: "each person", chat: "each chat", everyone: "all together",
    openAccess: "Everyone may use the bot.", known: (n) => `Only known people and chats may use the bot. Valid codes: ${n}.`,
    code: (c, t) => `Code ${c}: lets in one newcomer who sends "/pair ${c}" within ${t}.`,
    thinning: (n) => `The newest ${n} versions of a conversation are kept, and of older ones the last of each day.`,
    files: (n) => `${n} ${n === 1 ? "file" : "files"}`, version: (n) => `version ${n}`,
    time: { s: (n) => `${n} s`, min: (n) => `${n} min`, h: (n) => `${n} h`, d: (n) => `${n} ${n === 1 ? "day" : "days"}` },
    names: { localnemo: "studio", web: "web chat", "lease renewal": "leases" }, colon: ": ", problems: {},
  },
  zh: {
    title: "NemoBot 管理", why: "管理令牌在机器人的设置中。", token: "管理令牌", signIn: "登录", health: "状态", work: "正在运行和等待", errors: "最近的警告和错误（日志原文）",
    conversations: "对话", disk: "磁盘", backup: "立即备份", none: "无", cancel: "取消", turn: "请求", render: "视频", runs: "运行中", waits: "等待中", since: (t) => `已 ${t}`,
    versions: (n) => `${n} 个版本`, credits: (n) => `${n} 积分`, ago: (t) => `${t}前`, free: "可用", up: (t) => `已运行 ${t}`, memory: (m) => `内存 ${m}`, backend: (b) => `${b}后端`,
    saved: (f) => `备份保存在 ${f}。`, cancelled: (n) => `正在取消请求 ${n}。`, gone: "已经结束。", lost: "机器人没有响应。", times: (n) => `${n} 次`,
    access: "额度和访问", pair: "新配对码", budget: (kind, scope, time) => `${kind}，${scope}，每 ${time}`, most: (n) => `最多 ${n}`, used: (u, n) => `${u} / ${n}`,
    requests: "请求", video: "视频分钟", creditsName: "积分", person: "每人", chat: "每个对话", everyone: "全部合计",
    openAccess: "所有人都可以使用机器人。", known: (n) => `只有已知的人和对话可以使用机器人。有效配对码：${n} 个。`,
    code: (c, t) => `配对码 ${c}：让一位新用户在 ${t} 内发送 "/pair ${c}" 加入。`,
    thinning: (n) => `每个对话保留最新的 ${n} 个版本；更早的每天保留最后一个。`,
    files: (n) => `${n} 个文件`, version: (n) => `版本 ${n}`,
    time: { s: (n) => `${n} 秒`, min: (n) => `${n} 分钟`, h: (n) => `${n} 小时`, d: (n) => `${n} 天` },
    colon: "：", problems: { "does not answer": "没有响应" },
    names: {
      "lease renewal": "租约", telegram: "Telegram", discord: "Discord", backend: "后端", recovery: "恢复", retention: "清理", web: "网页聊天", store: "数据库", localnemo: "视频工作室", keys: "密钥", work: "工作文件",
      backups: "备份", models: "字幕模型", local: "本机", cloud: "云端",
    },
  },
};
const language = navigator.language.startsWith("zh") ? "zh" : "en";
const t = words[language];
const find = (id) => document.getElementById(id);
const named = (name) => t.names[name] ?? name;
const interval = 3000;

document.documentElement.lang = language;
document.title = t.title;
for (const element of document.querySelectorAll("[data-t]")) element.textContent = t[element.dataset.t];

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function size(bytes) {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let unit = 0;
  while (bytes >= 1024 && unit < units.length - 1) { bytes /= 1024; unit++; }
  return `${unit < 2 ? Math.round(bytes) : bytes.toFixed(1)} ${units[unit]}`;
}

function time(seconds) {
  const s = Math.max(0, Math.round(seconds));
  return s < 60 ? t.time.s(s) : s < 3600 ? t.time.min(Math.floor(s / 60)) : s < 86400 ? t.time.h(Math.floor(s / 3600)) : t.time.d(Math.floor(s / 86400));
}

const age = (at) => time((Date.now() - Date.parse(at)) / 1000);

function row(title, detail, className) {
  const item = make("li", undefined, className);
  const what = make("div", undefined, "what");
  what.append(make("b", title), make("small", detail));
  item.append(what);
  return item;
}

function fill(id, items) {
  find(id).replaceChildren(...(items.length ? items : [make("li", t.none, "quiet")]));
}

function workRow(w) {
  const item = row(`${t[w.kind]} ${w.turn}`, `${w.conversation} · ${w.kind === "render" ? t.version(w.amount) : t.files(w.amount)} · ${w.running ? t.runs : t.waits} ${t.since(age(w.since))}`);
  const cancel = make("button", t.cancel, "plain");
  cancel.dataset.key = `${w.kind}-${w.turn}`;
  cancel.setAttribute("aria-label", `${t.cancel}: ${t[w.kind]} ${w.turn}`);
  cancel.addEventListener("click", async () => {
    cancel.disabled = true;
    const answer = await fetch(`/api/admin/turns/${w.turn}/cancel`, { method: "POST" });
    find("notice").textContent = answer.ok ? t.cancelled(w.turn) : t.gone;
    await read();
  });
  item.append(cancel);
  return item;
}

// Video is counted in seconds and shown in minutes.
function budgetRow(b) {
  const shown = (amount) => b.kind === "video" ? Math.round(amount / 60) : amount;
  const name = t.budget(b.kind === "credits" ? t.creditsName : t[b.kind], t[b.scope], time(b.windowSeconds));
  const item = make("li");
  item.append(make("span", name), make("span", b.used === undefined ? t.most(shown(b.most)) : t.used(shown(b.used), shown(b.most))));
  if (b.used !== undefined) {
    const bar = make("progress");
    bar.max = b.most;
    bar.value = b.used;
    bar.setAttribute("aria-label", name);
    item.append(bar);
  }
  return item;
}

let codeLife = 0;

function showAccess(state) {
  fill("budgets", state.budgets.map(budgetRow));
  find("pairing").textContent = state.access.open ? t.openAccess : t.known(state.access.codes);
  find("pair").hidden = state.access.open;
  codeLife = state.access.codeSeconds;
}

function show(state) {
  find("facts").textContent = [t.backend(named(state.backend)), t.up(time(state.uptimeSeconds)), t.memory(size(state.memoryBytes))].join(" · ");
  fill("health", state.health.map((h) => make("li", h.problem ? `${named(h.name)}${t.colon}${t.problems[h.problem] ?? h.problem}` : named(h.name), h.problem ? "bad" : "good")));
  const focused = document.activeElement?.dataset?.key;
  fill("work", state.work.map(workRow));
  if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  fill("errors", state.errors.map((e) => row(e.text, t.ago(age(e.at)) + (e.count > 1 ? ` · ${t.times(e.count)}` : ""), e.error ? "error" : "warning")));
  fill("conversations", state.conversations.map((c) => row(c.name, [t.ago(age(c.lastUse)), t.versions(c.versions), ...(c.credits ? [t.credits(c.credits)] : [])].join(" · "))));
  find("thinning").textContent = t.thinning(state.newestVersions);
  showAccess(state);
  const total = state.freeBytes + state.disk.reduce((sum, d) => sum + d.bytes, 0);
  fill("disk", [...state.disk.filter((d) => d.bytes > 0), { name: t.free, bytes: state.freeBytes }].map((d) => {
    const item = make("li", undefined);
    const bar = make("progress");
    bar.max = total;
    bar.value = d.bytes;
    bar.setAttribute("aria-label", named(d.name));
    item.append(make("span", named(d.name)), make("span", size(d.bytes)), bar);
    return item;
  }));
}

function open(isIn) {
  document.body.className = isIn ? "admin" : "door";
  find("door").hidden = isIn;
  find("board").hidden = !isIn;
  if (!isIn) find("token").focus();
}

async function read() {
  const answer = await fetch("/api/admin/state");
  if (answer.status === 401) {
    open(false);
    return false;
  }
  if (answer.ok) {
    show(await answer.json());
    open(true);
  }
  return answer.ok;
}

let timer;

// Nothing is read while the page is hidden; it is read at once when somebody comes back to it.
async function follow() {
  clearTimeout(timer);
  try {
    if (await read() && find("notice").textContent === t.lost) find("notice").textContent = "";
  } catch {
    find("notice").textContent = t.lost;
  }
  clearTimeout(timer);
  if (!document.hidden && !find("board").hidden) timer = setTimeout(follow, interval);
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) clearTimeout(timer);
  else if (!find("board").hidden) follow();
});

find("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch("/api/admin/session", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ token: find("token").value }),
  });
  if (answer.ok) {
    find("wrong").textContent = "";
    find("token").value = "";
    await follow();
  } else {
    find("wrong").textContent = (await answer.json()).error;
    find("token").select();
  }
});

find("pair").addEventListener("click", async () => {
  const answer = await fetch("/api/admin/pairing", { method: "POST" });
  if (answer.ok) find("notice").textContent = t.code((await answer.json()).code, time(codeLife));
  await read();
});

find("backup").addEventListener("click", async () => {
  find("backup").disabled = true;
  try {
    const answer = await (await fetch("/api/admin/backup", { method: "POST" })).json();
    find("notice").textContent = answer.file ? t.saved(answer.file) : answer.error;
  } finally {
    find("backup").disabled = false;
  }
});

follow();
